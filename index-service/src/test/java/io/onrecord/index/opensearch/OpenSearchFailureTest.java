package io.onrecord.index.opensearch;

import static io.onrecord.index.opensearch.OpenSearchIndexTest.batch;
import static io.onrecord.index.opensearch.OpenSearchIndexTest.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onrecord.index.SampleDocument;
import io.onrecord.index.writer.Batch;
import io.onrecord.index.writer.Change;
import io.onrecord.index.writer.Positions;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What OpenSearch answers in need, by a real node or in front of it, and what becomes of a batch.
 */
final class OpenSearchFailureTest {
  private final SearchNode node = SearchNode.shared();
  private final Front front = new Front(node.url());
  private final String alias = "f-" + UUID.randomUUID().toString().substring(0, 8);
  private final OpenSearchIndex index =
      new OpenSearchIndex(
          new OpenSearchAddress(URI.create(front.url()), "", "", alias, 1), Clock.systemUTC());

  @AfterEach
  void close() {
    index.close();
    front.close();
    node.clusterSetting("network.breaker.inflight_requests.limit", null);
    node.clusterSetting("cluster.routing.allocation.enable", null);
    node.ask("DELETE", "/" + alias + "-*", "");
  }

  @Test
  void ofAPartlyRefusedBulkOnlyTheRefusedItemsAreGivenAgain() throws Exception {
    index.check();
    front.partialRefusals.set(2);
    index.apply(batch(8, documents(8)));
    assertThat(front.bulks).containsExactly(8, 4, 2);
    assertThat(node.found(alias, "{}")).isEqualTo(8);
  }

  @Test
  void retryAfterIsHonoured() throws Exception {
    index.check();
    front.status = 503;
    front.refusals.set(1);
    long begun = System.nanoTime();
    index.apply(batch(2, documents(2)));
    assertThat(System.nanoTime() - begun).isGreaterThan(1_000_000_000L);
    assertThat(node.found(alias, "{}")).isEqualTo(2);
  }

  @Test
  void whatWasSettledBeforeAFailureIsNotGivenAgain() throws Exception {
    index.check();
    front.partialRefusals.set(7); // of 64 items 32, 16, … are refused; 1 is left until it gives up
    Batch batch = batch(128, documents(128));
    assertThatThrownBy(() -> index.apply(batch))
        .isInstanceOf(OpenSearchException.class)
        .hasMessageContaining("1 of 128 documents")
        .hasMessageContaining("429");
    assertThat(index.positions()).isEqualTo(Positions.NONE);
    front.bulks.clear();
    index.recover();
    index.apply(batch);
    assertThat(front.bulks).containsExactly(1);
    assertThat(node.found(alias, "{}")).isEqualTo(128);
  }

  @Test
  void aRealCircuitBreakerAnswers429AndTheBatchIsWrittenWhenItCloses() throws Exception {
    index.check();
    node.clusterSetting("network.breaker.inflight_requests.limit", "1kb");
    Batch batch = batch(20, documents(20));
    assertThatThrownBy(() -> index.apply(batch))
        .isInstanceOf(OpenSearchException.class)
        .hasMessageContaining("429")
        .hasMessageContaining("circuit_breaking_exception");
    node.clusterSetting("network.breaker.inflight_requests.limit", null);
    index.recover();
    index.apply(batch);
    assertThat(node.found(alias, "{}")).isEqualTo(20);
  }

  @Test
  void aRealIndexWithoutItsShardAnswers503AndTheBatchIsWrittenWhenItIsThere() throws Exception {
    index.check();
    index.apply(batch(1, documents(1)));
    node.clusterSetting("cluster.routing.allocation.enable", "none");
    node.ask("POST", "/" + alias + "/_close", "");
    node.ask("POST", "/" + index.liveName() + "/_open?wait_for_active_shards=0&timeout=1s", "");
    Thread opens =
        Thread.ofPlatform()
            .start(() -> node.clusterSetting("cluster.routing.allocation.enable", null));
    index.apply(batch(3, documents(3)));
    opens.join();
    assertThat(node.found(alias, "{}")).isEqualTo(3);
  }

  @Test
  void aBlockedIndexIsTheWorldsFaultAndNoDocuments() throws Exception {
    index.check();
    node.ask("PUT", "/" + alias + "/_settings", "{\"index.blocks.write\":true}");
    assertThatThrownBy(() -> index.apply(batch(2, documents(2))))
        .isInstanceOf(OpenSearchException.class)
        .hasMessageContaining("403 cluster_block_exception");
    node.ask("PUT", "/" + alias + "/_settings", "{\"index.blocks.write\":null}");
    index.recover();
    index.apply(batch(2, documents(2)));
    assertThat(node.found(alias, "{}")).isEqualTo(2);
  }

  @Test
  void whenNobodyAnswersItSaysWhereItAskedAndShowsNoPassword() {
    try (OpenSearchIndex lost =
        new OpenSearchIndex(
            new OpenSearchAddress(URI.create("http://127.0.0.1:1"), "u", "secret", alias, 1),
            Clock.systemUTC())) {
      assertThatThrownBy(lost::check)
          .isInstanceOf(OpenSearchException.class)
          .hasMessageContaining("http://127.0.0.1:1")
          .hasMessageNotContaining("secret");
    }
  }

  private static Change[] documents(int many) {
    return IntStream.range(0, many)
        .mapToObj(
            i -> put(SampleDocument.at("https://example.org/" + i).paragraph("Lantern " + i), i))
        .toArray(Change[]::new);
  }
}
