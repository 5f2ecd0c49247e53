package io.onrecord.standalone.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.document.DocumentJson;
import io.onrecord.event.Sha256;
import io.onrecord.loop.TopicScan;
import io.onrecord.settings.CoreSettings;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** The committed documents, read once each as they come, and checked to be in order. */
final class Revisions {
  private final CoreSettings core;
  private final Map<TopicPartition, Long> read = new HashMap<>();
  private final Map<String, Long> lastPage = new HashMap<>();
  private final Map<String, String> lastHash = new TreeMap<>();
  private int count;

  Revisions(CoreSettings core) {
    this.core = core;
  }

  /** Reads what has come since. */
  int readOn() {
    try (TopicScan scan = TopicScan.committed(core)) {
      var partitions = scan.partitions(core.topics().names().documents());
      partitions.forEach(partition -> read.putIfAbsent(partition, 0L));
      Map<TopicPartition, Long> ends = scan.ends(partitions);
      scan.read(read, ends, this::take);
      read.putAll(ends);
    }
    return count;
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    String id = new String(record.key(), StandardCharsets.UTF_8);
    long page = DocumentJson.read(record.value()).provenance().offset().orElseThrow();
    assertThat(page)
        .as("the page's offset of %s", id)
        .isGreaterThan(lastPage.getOrDefault(id, -1L));
    lastPage.put(id, page);
    lastHash.put(id, Sha256.hex(record.value()));
    count++;
  }

  /** The hash of each document's last revision. */
  Map<String, String> hashes() {
    return lastHash;
  }
}
