package io.onrecord.index.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onrecord.document.DocumentJson;
import io.onrecord.index.SampleDocument;
import io.onrecord.index.writer.Batch;
import io.onrecord.index.writer.Change;
import io.onrecord.index.writer.NextIndex;
import io.onrecord.index.writer.Positions;
import io.onrecord.index.writer.RejectedDocumentException;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class OpenSearchIndexTest {
  private static final SampleDocument ENGLISH =
      SampleDocument.at("https://example.org/quay")
          .title("Harbour talk")
          .paragraph("The lanterns were burning on the quay.");
  private static final SampleDocument CHINESE =
      SampleDocument.at("https://example.org/deng").title("碼頭訪談").paragraph("碼頭上的燈籠整夜亮著。");

  private final SearchNode node = SearchNode.shared();
  private final String alias = "t-" + UUID.randomUUID().toString().substring(0, 8);
  private final OpenSearchIndex index = new OpenSearchIndex(node.address(alias), Clock.systemUTC());

  @AfterEach
  void close() {
    index.close();
    node.ask("DELETE", "/" + alias + "-*", "");
  }

  @Test
  void bothLanguagesAreFoundAndBothChineseScriptsByTheFoldedField() throws Exception {
    index.check();
    index.apply(batch(2, put(ENGLISH, 0), put(CHINESE, 1)));
    assertThat(node.found(alias, match("text.english", "lantern burns"))).isEqualTo(1);
    assertThat(node.found(alias, match("text", "燈籠"))).isEqualTo(1);
    assertThat(node.found(alias, match("text", "灯笼"))).isZero();
    assertThat(node.found(alias, match("search.text", "灯笼"))).isEqualTo(1);
    assertThat(index.documents()).isEqualTo(2);
    assertThat(index.contains(ENGLISH.id())).isTrue();
    assertThat(index.contains("nobody")).isFalse();
  }

  @Test
  void anOlderRevisionNeverReplacesANewerOneAndATombstoneIsARevision() throws Exception {
    index.check();
    index.apply(batch(8, put(ENGLISH.title("Second"), 7)));
    index.apply(batch(8, put(ENGLISH.title("First"), 3)));
    assertThat(node.found(alias, match("title", "second"))).isEqualTo(1);
    index.apply(batch(10, new Change.Delete(ENGLISH.id(), 9)));
    index.apply(batch(10, put(ENGLISH.title("Second"), 7)));
    assertThat(node.found(alias, "{}")).isZero();
    index.apply(batch(12, new Change.Delete("never-there", 10), put(ENGLISH.title("Third"), 11)));
    assertThat(node.found(alias, match("title", "third"))).isEqualTo(1);
  }

  @Test
  void positionsAreWhereTheLastSettledBatchEndedAlsoForTheNextProcess() throws Exception {
    index.check();
    assertThat(index.positions()).isEqualTo(Positions.NONE);
    index.apply(batch(5, put(ENGLISH, 4)));
    try (OpenSearchIndex next = new OpenSearchIndex(node.address(alias), Clock.systemUTC())) {
      next.check();
      assertThat(next.positions()).isEqualTo(at(5));
    }
  }

  @Test
  void aDocumentThatTheMappingRefusesIsNamedWithTheReasonAndTheRestIsWritten() throws Exception {
    index.check();
    node.ask(
        "PUT", "/" + alias + "/_mapping", "{\"properties\":{\"pages\":{\"type\":\"integer\"}}}");
    Change conflicting = withField(ENGLISH, "\"pages\":\"many\"", 1);
    assertThatThrownBy(() -> index.apply(batch(3, conflicting, put(CHINESE, 2))))
        .isInstanceOfSatisfying(
            RejectedDocumentException.class,
            e -> {
              assertThat(e.ids()).containsExactly(ENGLISH.id());
              assertThat(e)
                  .hasMessageContaining("400 mapper_parsing_exception")
                  .hasMessageContaining("pages");
            });
    assertThat(index.positions()).isEqualTo(Positions.NONE);
    assertThat(index.contains(CHINESE.id())).isTrue();
    index.apply(batch(3, put(CHINESE, 2)));
    assertThat(index.positions()).isEqualTo(at(3));
  }

  @Test
  void anOversizeDocumentIsNamedAndItsNeighboursAreWritten() throws Exception {
    index.check();
    Change large = withField(ENGLISH, "\"note\":\"" + "x".repeat(3 << 20) + "\"", 1);
    assertThatThrownBy(() -> index.apply(batch(4, put(CHINESE, 0), large)))
        .isInstanceOfSatisfying(
            RejectedDocumentException.class,
            e -> assertThat(e.ids()).containsExactly(ENGLISH.id()));
    assertThat(index.contains(CHINESE.id())).isTrue();
  }

  @Test
  void aRebuiltIndexIsComparedByteForByteTakenInOneStepAndTakenBack() throws Exception {
    index.check();
    index.apply(batch(2, put(ENGLISH, 0), put(CHINESE, 1)));
    String first = index.liveName();
    try (NextIndex next = index.fresh()) {
      next.load(put(ENGLISH, 0));
      next.load(put(CHINESE, 1));
      next.commit(at(1));
      List<byte[]> held = new ArrayList<>();
      next.documents(held::add);
      assertThat(held)
          .containsExactlyInAnyOrder(
              DocumentJson.write(ENGLISH.build()), DocumentJson.write(CHINESE.build()));
      assertThat(index.replace(next, to -> {}, true)).isZero();
      next.commit(at(2));
      assertThat(index.replace(next, to -> {}, true)).isPositive();
      assertThat(index.liveName()).isEqualTo(next.name()).isNotEqualTo(first);
      assertThat(index.previousName()).contains(first);
    }
    index.apply(batch(3, put(ENGLISH.title("Later"), 2)));
    try (NextIndex old = index.reopen(first)) {
      assertThat(old.positions()).isEqualTo(at(2));
      index.replace(old, old::commit, false);
    }
    assertThat(index.liveName()).isEqualTo(first);
    index.prune();
    assertThat(index.previousName()).isPresent();
    try (NextIndex third = index.fresh()) {
      index.prune();
      assertThat(node.ask("GET", "/" + third.name(), "").path("status").asInt()).isEqualTo(404);
    }
  }

  @Test
  void aHundredsOfDocumentsAreReadBackInPages() throws Exception {
    index.check();
    try (NextIndex next = index.fresh()) {
      for (int i = 0; i < 450; i++) {
        next.load(put(SampleDocument.at("https://example.org/" + i).paragraph("Lantern " + i), i));
      }
      next.commit(at(450));
      TreeMap<String, Integer> met = new TreeMap<>();
      next.documents(json -> met.merge(DocumentJson.read(json).id(), 1, Integer::sum));
      assertThat(met).hasSize(450).allSatisfy((id, times) -> assertThat(times).isEqualTo(1));
    }
  }

  @Test
  void whenTheAliasIsGoneNothingIsWrittenBesideIt() throws Exception {
    index.check();
    index.apply(batch(1, put(ENGLISH, 0)));
    node.ask("DELETE", "/" + index.liveName(), "");
    assertThatThrownBy(() -> index.apply(batch(2, put(CHINESE, 1))))
        .isInstanceOf(IOException.class);
    assertThat(node.ask("GET", "/" + alias, "").path("status").asInt()).isEqualTo(404);
    index.recover();
    assertThat(index.positions()).isEqualTo(Positions.NONE); // a new one is filled from the start
  }

  static Change.Put put(SampleDocument document, long version) {
    Change.Put put = document.put();
    return new Change.Put(put.document(), put.json(), version);
  }

  /** As a later version with one more field would have published it. */
  static Change withField(SampleDocument document, String field, long version) {
    Change.Put put = document.put();
    String json = new String(put.json(), java.nio.charset.StandardCharsets.UTF_8);
    String more = json.substring(0, json.length() - 1) + "," + field + "}";
    return new Change.Put(
        put.document(), more.getBytes(java.nio.charset.StandardCharsets.UTF_8), version);
  }

  static Batch batch(long next, Change... changes) {
    return new Batch(List.of(changes), at(next));
  }

  private static Positions at(long next) {
    return new Positions("documents", new TreeMap<>(java.util.Map.of(0, next)));
  }

  private static String match(String field, String text) {
    return "{\"query\":{\"match\":{\"%s\":{\"query\":\"%s\",\"operator\":\"and\"}}}}"
        .formatted(field, text);
  }
}
