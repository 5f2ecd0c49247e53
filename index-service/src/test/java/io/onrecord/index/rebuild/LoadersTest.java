package io.onrecord.index.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

final class LoadersTest {
  @Test
  void recordsOfOneKeyAreLoadedInTheirOrderWhateverTheOthersDo() throws IOException {
    Map<String, List<Long>> loaded = new ConcurrentHashMap<>();
    Set<String> threads = ConcurrentHashMap.newKeySet();
    try (Loaders loaders =
        new Loaders(
            4,
            record -> {
              threads.add(Thread.currentThread().getName());
              loaded.computeIfAbsent(key(record), key -> new ArrayList<>()).add(record.offset());
            })) {
      for (int i = 0; i < 20_000; i++) {
        loaders.take(record("document-" + i % 50, i));
      }
      loaders.drain();
      assertThat(threads).hasSizeGreaterThan(1);
      assertThat(loaded).hasSize(50);
      assertThat(loaded.values())
          .allSatisfy(offsets -> assertThat(offsets).hasSize(400).isSorted());
    }
  }

  @Test
  void whatOneThreadCannotLoadIsToldToWhoGivesTheRecords() {
    try (Loaders loaders =
        new Loaders(
            2,
            record -> {
              if (record.offset() == 7) {
                throw new IOException("no space left");
              }
            })) {
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 100; i++) {
                  loaders.take(record("document-" + i, i));
                }
                loaders.drain();
              })
          .isInstanceOf(IOException.class)
          .hasMessage("no space left");
    }
  }

  private static String key(ConsumerRecord<byte[], byte[]> record) {
    return new String(record.key(), StandardCharsets.UTF_8);
  }

  private static ConsumerRecord<byte[], byte[]> record(String key, long offset) {
    return new ConsumerRecord<>(
        "documents", 0, offset, key.getBytes(StandardCharsets.UTF_8), new byte[9_000]);
  }
}
