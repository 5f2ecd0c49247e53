package io.onrecord.index.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onrecord.index.SampleDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LuceneIndexTest {
  private static final SampleDocument FIRST = SampleDocument.at("https://example.org/1");
  private static final SampleDocument SECOND = SampleDocument.at("https://example.org/2");

  @TempDir private Path directory;

  @Test
  void documentsAndPositionsAreThereTogetherAfterReopening() throws IOException {
    try (LuceneIndex index = LuceneIndex.open(directory)) {
      assertThat(index.positions()).isEqualTo(Positions.NONE);
      index.apply(new Batch(List.of(FIRST.put(), SECOND.put()), at(0, 2L)));
      assertThat(index.documents()).isEqualTo(2);
    }
    try (LuceneIndex index = LuceneIndex.open(directory)) {
      assertThat(index.positions()).isEqualTo(at(0, 2L));
      assertThat(index.contains(FIRST.id())).isTrue();
      assertThat(index.documents()).isEqualTo(2);
    }
  }

  @Test
  void aDocumentReplacesItselfAndATombstoneRemovesIt() throws IOException {
    try (LuceneIndex index = LuceneIndex.open(directory)) {
      index.apply(new Batch(List.of(FIRST.put(), FIRST.put(), SECOND.put()), at(0, 3L)));
      assertThat(index.documents()).isEqualTo(2);
      index.apply(
          new Batch(
              List.of(FIRST.put(), new Change.Delete(FIRST.id(), 0), SECOND.put()), at(0, 6L)));
      assertThat(index.contains(FIRST.id())).isFalse();
      assertThat(index.documents()).isEqualTo(1);
      index.apply(new Batch(List.of(new Change.Delete(FIRST.id(), 0), FIRST.put()), at(0, 8L)));
      assertThat(index.contains(FIRST.id())).isTrue();
    }
  }

  @Test
  void positionsMoveWithoutChanges() throws IOException {
    try (LuceneIndex index = LuceneIndex.open(directory)) {
      index.apply(new Batch(List.of(), at(3, 17L)));
    }
    try (LuceneIndex index = LuceneIndex.open(directory)) {
      assertThat(index.positions().in(3)).isEqualTo(17);
      assertThat(index.positions().in(4)).isZero();
    }
  }

  @Test
  void aSecondInstanceIsRefusedAndToldWhy() throws IOException {
    try (LuceneIndex index = LuceneIndex.open(directory)) {
      assertThatThrownBy(() -> LuceneIndex.open(directory))
          .isInstanceOf(IndexUnavailableException.class)
          .hasMessageContaining(directory.toString())
          .hasMessageContaining("in use by another instance");
      index.apply(new Batch(List.of(FIRST.put()), at(0, 1L)));
    }
    LuceneIndex.open(directory).close();
  }

  @Test
  void afterAFailureItGoesBackToTheLastCommit() throws IOException {
    try (LuceneIndex index = LuceneIndex.open(directory)) {
      index.apply(new Batch(List.of(FIRST.put()), at(0, 1L)));
      index.recover();
      assertThat(index.positions()).isEqualTo(at(0, 1L));
      index.apply(new Batch(List.of(SECOND.put()), at(0, 2L)));
      assertThat(index.documents()).isEqualTo(2);
    }
  }

  @Test
  void anIndexOfAnotherFormatEmptiesItselfAndStartsFromTheBeginning() throws IOException {
    try (LuceneIndex index = LuceneIndex.open(directory)) {
      index.apply(new Batch(List.of(FIRST.put()), at(0, 1L)));
    }
    try (FSDirectory files = FSDirectory.open(directory);
        IndexWriter writer = new IndexWriter(files, new IndexWriterConfig())) {
      writer.setLiveCommitData(Map.of("onrecord.format", "0").entrySet());
      writer.commit();
    }
    try (LuceneIndex index = LuceneIndex.open(directory)) {
      assertThat(index.positions()).isEqualTo(Positions.NONE);
      index.apply(new Batch(List.of(SECOND.put()), at(0, 2L)));
      assertThat(index.contains(FIRST.id())).isFalse();
      assertThat(index.contains(SECOND.id())).isTrue();
    }
  }

  @Test
  void aDamagedIndexSaysWhatToDo() throws IOException {
    try (LuceneIndex index = LuceneIndex.open(directory)) {
      index.apply(new Batch(List.of(FIRST.put()), at(0, 1L)));
    }
    try (var files = Files.list(directory)) {
      for (Path file :
          files.filter(f -> f.getFileName().toString().startsWith("segments_")).toList()) {
        Files.write(file, new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
      }
    }
    assertThatThrownBy(() -> LuceneIndex.open(directory))
        .isInstanceOf(IndexUnavailableException.class)
        .hasMessageContaining(directory.toString());
  }

  @Test
  void anythingThatADocumentCanHoldCanBeIndexed() throws IOException {
    String endless = "x".repeat(100_000);
    SampleDocument odd =
        SampleDocument.at("https://example.org/" + endless)
            .site(endless)
            .language(endless)
            .title(endless)
            .publishedAt("not a date")
            .paragraph("\uD800 \u0000 " + endless);
    try (LuceneIndex index = LuceneIndex.open(directory)) {
      index.apply(new Batch(List.of(odd.put()), at(0, 1L)));
      assertThat(index.contains(odd.id())).isTrue();
    }
  }

  private static Positions at(int partition, long offset) {
    return new Positions("documents", new TreeMap<>(Map.of(partition, offset)));
  }
}
