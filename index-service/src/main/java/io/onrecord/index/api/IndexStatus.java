package io.onrecord.index.api;

import io.onrecord.index.follow.Progress;
import java.util.List;

/**
 * How the index stands.
 *
 * @param ready whether it can do its work now
 * @param parts a line for each part: what it is and why it is not ready
 * @param documents that can be found
 * @param sources whether the page about sources is here
 * @param topic that it follows
 * @param lag committed records that are not in the index yet
 * @param partitions how far each was read
 */
record IndexStatus(
    boolean ready,
    List<String> parts,
    int documents,
    boolean sources,
    String topic,
    long lag,
    List<Partition> partitions) {

  /** One partition: the offset that is read next, and how many records wait. */
  record Partition(int partition, long position, long lag) {}

  static IndexStatus of(
      boolean ready, String parts, int documents, boolean sources, Progress progress) {
    return new IndexStatus(
        ready,
        parts.lines().toList(),
        documents,
        sources,
        progress.topic(),
        progress.lag(),
        progress.partitions().entrySet().stream()
            .map(
                entry ->
                    new Partition(
                        entry.getKey(), entry.getValue().position(), entry.getValue().lag()))
            .toList());
  }
}
