package io.onrecord.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.onrecord.document.DocumentJson;
import io.onrecord.index.writer.IndexUnavailableException;
import io.onrecord.testkit.Broker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IndexServiceTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final SampleDocument FIRST =
      SampleDocument.at("https://example.org/first").paragraph("Lanterns on the quay.");
  private static final SampleDocument SECOND =
      SampleDocument.at("https://example.org/second").paragraph("码头上的灯笼。");

  @TempDir private Path directory;

  @Test
  void whatIsPublishedIsFoundAndWhatIsGoneIsNot() throws Exception {
    IndexWorld world = new IndexWorld(directory);
    try (IndexService service = world.start()) {
      world.publish(FIRST, SECOND);
      world.awaitIndexed(service, FIRST, SECOND);
      assertThat(world.get(service, "/api/search?q=lantern").body()).contains(FIRST.id());
      world.unpublish(FIRST);
      await().atMost(SOON).until(() -> !service.contains(FIRST.id()));
      assertThat(service.documents()).isEqualTo(1);
    }
    assertThat(world.fatal()).isEmpty();
  }

  @Test
  void aRestartIndexesNothingAgainAndGoesOnWhereItWas() throws Exception {
    IndexWorld world = new IndexWorld(directory);
    try (IndexService service = world.start()) {
      world.publish(FIRST);
      world.awaitIndexed(service, FIRST);
      world.awaitCaughtUp(service);
    }
    world.publish(SECOND);
    try (IndexService service = world.start()) {
      assertThat(service.contains(FIRST.id())).isTrue();
      world.awaitIndexed(service, SECOND);
      world.awaitCaughtUp(service);
      assertThat(world.get(service, "/metrics").body())
          .containsPattern("onrecord_index_records_consumed_total\\{service=\"index\"} 1\\.0");
    }
    try (IndexService service = world.start()) {
      world.awaitCaughtUp(service);
      assertThat(world.get(service, "/metrics").body())
          .containsPattern("onrecord_index_records_consumed_total\\{service=\"index\"} 0\\.0");
      assertThat(service.documents()).isEqualTo(2);
    }
  }

  @Test
  void aRecordThatHoldsNoDocumentIsADeadLetterAndTheRestGoesOn() throws Exception {
    IndexWorld world = new IndexWorld(directory);
    byte[] other = DocumentJson.write(SECOND.build());
    List<ProducerRecord<byte[], byte[]>> bad =
        List.of(
            world.record(FIRST.id(), "not json".getBytes(UTF_8)),
            world.record(FIRST.id(), "{\"schema\":\"onrecord.document/9\"}".getBytes(UTF_8)),
            world.record("somebody-else", other));
    try (IndexService service = world.start()) {
      world.send(bad);
      world.publish(SECOND);
      world.awaitIndexed(service, SECOND);
      world.awaitCaughtUp(service);
      assertThat(service.documents()).isEqualTo(1);
    }
    List<ConsumerRecord<byte[], byte[]>> letters = world.read(world.documentsTopic() + ".dlq");
    assertThat(letters).hasSize(3);
    assertThat(letters)
        .allSatisfy(
            letter -> {
              assertThat(header(letter, "__connect.errors.topic"))
                  .isEqualTo(world.documentsTopic());
              assertThat(header(letter, "__connect.errors.stage")).isEqualTo("read");
              assertThat(header(letter, "onrecord.errors.service")).isEqualTo("index");
            });
    assertThat(letters)
        .extracting(letter -> new String(letter.value(), UTF_8))
        .contains("not json");
  }

  @Test
  void aSecondInstanceOnTheSameIndexIsRefused() throws Exception {
    IndexWorld world = new IndexWorld(directory);
    try (IndexService service = world.start()) {
      assertThatThrownBy(world::start)
          .isInstanceOf(IndexUnavailableException.class)
          .hasMessageContaining("in use by another instance");
      world.publish(FIRST);
      world.awaitIndexed(service, FIRST);
    }
  }

  @Test
  void whileTheBrokerIsAwayItSearchesSaysThatItIsNotReadyAndComesBack() throws Exception {
    try (Broker broker = Broker.open()) {
      IndexWorld world = new IndexWorld(broker, directory);
      try (IndexService service = world.start()) {
        world.publish(FIRST);
        world.awaitIndexed(service, FIRST);
        broker.stop();
        await().atMost(SOON).until(() -> world.get(service, "/readyz").statusCode() == 503);
        assertThat(world.get(service, "/livez").statusCode()).isEqualTo(200);
        assertThat(world.get(service, "/api/search?q=lanterns").body()).contains(FIRST.id());
        broker.start();
        world.publish(SECOND);
        world.awaitIndexed(service, SECOND);
        await().atMost(SOON).until(() -> world.get(service, "/readyz").statusCode() == 200);
      }
      assertThat(world.fatal()).isEmpty();
    }
  }

  @Test
  void anIndexThatWasFilledFromAnotherTopicStopsAndSaysSo() throws Exception {
    IndexWorld one = new IndexWorld(directory);
    try (IndexService service = one.start()) {
      one.publish(FIRST);
      one.awaitIndexed(service, FIRST);
    }
    IndexWorld other = new IndexWorld(directory);
    try (IndexService service = other.start()) {
      await().atMost(SOON).until(() -> !other.fatal().isEmpty());
      assertThat(other.fatal().getFirst())
          .hasMessageContaining(one.documentsTopic())
          .hasMessageContaining("index.directory");
      assertThat(other.get(service, "/readyz").statusCode()).isEqualTo(503);
    }
  }

  @Test
  void manyDocumentsAreIndexedEachOnce() throws Exception {
    IndexWorld world = new IndexWorld(directory);
    List<SampleDocument> many = new ArrayList<>();
    for (int i = 0; i < 700; i++) {
      many.add(SampleDocument.at("https://example.org/many/" + i).paragraph("Lantern " + i));
    }
    world.publish(many.toArray(SampleDocument[]::new));
    world.publish(many.subList(0, 100).toArray(SampleDocument[]::new));
    try (IndexService service = world.start()) {
      world.awaitCaughtUp(service);
      assertThat(service.documents()).isEqualTo(700);
      assertThat(service.progress().lag()).isZero();
      assertThat(world.get(service, "/api/status").body())
          .contains("\"documents\":700", "\"lag\":0", "\"ready\":true");
    }
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }
}
