package io.onrecord.standalone.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.onrecord.loop.KafkaClients;
import io.onrecord.settings.CoreSettings;
import io.onrecord.settings.Settings;
import io.onrecord.standalone.Ports;
import io.onrecord.standalone.Standalone;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dead letters of a running system, from the first failure to giving up. */
final class DlqCommandTest {
  private static final Duration SOON = Duration.ofMinutes(1);

  @TempDir Path data;

  @Test
  void aRecordThatNoServiceCanReadIsListedShownPutBackAndGivenUp() throws Exception {
    try (Standalone system = Standalone.start(data, Ports.FREE, Map.of())) {
      CoreSettings core = CoreSettings.from(Settings.defaults()).at(system.addresses().kafka());
      try (Producer<byte[], byte[]> producer = KafkaClients.producer(core)) {
        producer
            .send(
                new ProducerRecord<>(
                    core.topics().names().pages(), "k".getBytes(UTF_8), "bytes".getBytes(UTF_8)))
            .get();
      }
      await().atMost(SOON).until(() -> dlq("list").out().contains("1 open dead letter"));
      assertThat(dlq("list").out())
          .contains("onrecord.pages.v1.dlq/", "attempt 1", "read-event", "ce_type is missing");
      assertThat(dlq("list", "--topic", "documents").out()).startsWith("0 open dead letters");

      String place = dlq("list").out().split(" ")[0];
      assertThat(dlq("show", place).out()).contains("__connect.errors.stage    read-event");
      assertThat(dlq("show", place, "--value").out()).isEqualTo("bytes");
      assertThat(dlq("show", "nonsense").status()).isEqualTo(1);

      assertThat(dlq("redrive", "--stage", "read-event").out()).startsWith("1 put back");
      await().atMost(SOON).until(() -> dlq("list").out().contains("attempt 2"));
      assertThat(dlq("list", "--json").outLines()).hasSize(1);

      assertThat(dlq("purge").err()).contains("--all");
      assertThat(dlq("purge", "--all").out()).startsWith("1 would be given up");
      assertThat(dlq("purge", "--since", "1h", "--yes").out()).startsWith("1 given up");
      assertThat(dlq("list").out()).startsWith("0 open dead letters");
    }
  }

  private Cli dlq(String command, String... arguments) {
    List<String> all = new ArrayList<>(List.of("dlq", command, "--data", data.toString()));
    all.addAll(List.of(arguments));
    return Cli.run(all.toArray(String[]::new));
  }
}
