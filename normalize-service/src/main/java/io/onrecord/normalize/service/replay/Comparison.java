package io.onrecord.normalize.service.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.onrecord.loop.DeadLetters;
import io.onrecord.loop.TopicScan;
import io.onrecord.settings.CoreSettings;
import io.onrecord.topic.TopicNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A replay's shadow beside the live documents, partition by partition: the same key lies in the
 * same partition of both, so only one partition has to be held at a time.
 */
final class Comparison {
  private final ReplayState replay;
  private final TopicScan scan;
  private final String live;
  private final String shadow;
  private final ReportBuilder report = new ReportBuilder();
  private final Map<String, Failure> failures = new HashMap<>();
  private final Map<TopicPartition, Map<String, Side>> published = new HashMap<>();
  private final Map<TopicPartition, Long> lookedUntil = new HashMap<>();

  private record Failure(long page, String url, String why) {}

  /**
   * What came of it.
   *
   * @param report for a person
   * @param published for each partition of the shadow, what a promotion publishes, by id
   * @param lookedUntil for each partition of the live topic, how far it was compared
   */
  record Result(
      DiffReport report,
      Map<TopicPartition, Map<String, Side>> published,
      Map<TopicPartition, Long> lookedUntil) {}

  private Comparison(CoreSettings core, ReplayState replay, TopicScan scan) {
    TopicNames names = core.topics().names();
    this.replay = replay;
    this.scan = scan;
    this.live = names.documents();
    this.shadow = names.shadow(replay.name());
  }

  /** Compares a finished replay with what is live now. */
  static Result of(CoreSettings core, ReplayState replay, TopicScan scan) {
    if (replay.status() == ReplayState.Status.UNFINISHED) {
      throw new ReplayRefusedException(
          "the replay %s is not finished; run 'replay pages --name %s' again, it goes on where it was"
              .formatted(replay.name(), replay.name()));
    }
    return new Comparison(core, replay, scan).run();
  }

  private Result run() {
    List<TopicPartition> partitions = scan.partitions(live);
    if (scan.partitions(shadow).size() != partitions.size()) {
      throw new ReplayRefusedException(
          "%s has %d partitions and %s has %d; discard the replay and begin anew"
              .formatted(live, partitions.size(), shadow, scan.partitions(shadow).size()));
    }
    scan.readAll(TopicNames.deadLetters(shadow), this::failure);
    for (TopicPartition partition : partitions) {
      compare(partition, new TopicPartition(shadow, partition.partition()));
    }
    Set<String> unseen = new TreeSet<>(failures.keySet());
    unseen.forEach(id -> judge(id, null, null, null)); // their partition had nothing under the id
    return new Result(report.build(replay), published, lookedUntil);
  }

  private void failure(ConsumerRecord<byte[], byte[]> letter) {
    String id = letter.key() == null ? "" : new String(letter.key(), UTF_8);
    Failure failure =
        new Failure(
            Long.parseLong(header(letter, DeadLetters.PREFIX + "offset")),
            header(letter, "ce_subject"),
            "%s: %s"
                .formatted(
                    header(letter, DeadLetters.PREFIX + "stage"),
                    header(letter, DeadLetters.PREFIX + "exception.message")));
    failures.merge(id, failure, (a, b) -> a.page() > b.page() ? a : b);
  }

  private void compare(TopicPartition from, TopicPartition to) {
    Map<String, Side> before = new HashMap<>();
    Map<String, Side> after = new HashMap<>();
    try (LiveCopy copy = new LiveCopy()) {
      lookedUntil.put(
          from,
          read(
              from,
              record -> {
                before.put(id(record), Side.of(record));
                if (record.value() != null) {
                  copy.put(id(record), record.value());
                }
              }));
      read(to, record -> after.put(id(record), Side.of(record)));
      Map<Long, String> changed = new HashMap<>();
      Map<String, Side> wanted = new HashMap<>();
      Set<String> ids = new TreeSet<>(before.keySet());
      ids.addAll(after.keySet());
      for (String id : ids) {
        Side shadowed = after.get(id);
        Verdict verdict = judge(id, before.get(id), shadowed, copy);
        if (verdict.isPublished() && shadowed != null) {
          wanted.put(id, shadowed);
          if (verdict == Verdict.CHANGED) {
            changed.put(shadowed.offset(), id);
          }
        }
      }
      published.put(to, wanted);
      if (!changed.isEmpty()) {
        read(
            to,
            record -> {
              if (changed.containsKey(record.offset())) {
                report.changed(copy.get(id(record)), record.value());
              }
            });
      }
    }
  }

  private Verdict judge(
      String id, @Nullable Side before, @Nullable Side after, @Nullable LiveCopy copy) {
    Failure failure = failures.remove(id);
    Verdict verdict =
        Verdict.of(before, after, failure == null ? -1 : failure.page(), mayBeLost(before));
    if (verdict == Verdict.SAME && after == null) {
      return verdict; // gone before the replay, and not replayed: nobody's document
    }
    if (verdict == Verdict.NEWER && after == null && failure == null && !mayBeLost(before)) {
      return verdict; // not in the selection, or of a page that came later
    }
    report.count(verdict);
    if (verdict == Verdict.LOST && copy != null) {
      report.lost(id, copy.get(id));
    } else if (verdict == Verdict.FAILED && failure != null) {
      report.failed(id, failure.url(), failure.why());
    }
    return verdict;
  }

  /** A live document whose page the replay has seen, if it has seen all. */
  private boolean mayBeLost(@Nullable Side before) {
    return replay.selection().everything()
        && before != null
        && before.page() < replay.until().getOrDefault(before.from().partition(), Long.MAX_VALUE);
  }

  private long read(
      TopicPartition partition,
      java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> reader) {
    Map<TopicPartition, Long> ends = scan.ends(List.of(partition));
    scan.read(
        scan.beginnings(List.of(partition)),
        ends,
        record -> {
          if (record.key() != null) {
            reader.accept(record);
          }
        });
    return ends.get(partition);
  }

  private static String id(ConsumerRecord<byte[], byte[]> record) {
    return new String(record.key(), UTF_8);
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), UTF_8);
  }
}
