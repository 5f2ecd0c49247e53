package io.onrecord.normalize.service.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.onrecord.loop.Backoff;
import io.onrecord.loop.NewestWins;
import io.onrecord.loop.TopicScan;
import io.onrecord.settings.CoreSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Publishes what a replay made better, and nothing else. Killed half-way it is run again: what is
 * published already is the same by then, and is passed over. A document of a newer page that
 * arrives meanwhile stays, always ({@link NewestWins}).
 */
public final class Promotion {
  private static final int BATCH = 100;
  private static final long BATCH_BYTES = 8L << 20;
  private static final int MOST_TRIES = 50;

  private final CoreSettings core;
  private final TopicScan scan;
  private final NewestWins transactions;
  private final LongConsumer progress;
  private final Map<TopicPartition, Long> lookedUntil = new HashMap<>();
  private final Map<String, Long> newerLive = new HashMap<>();
  private long published;
  private long tombstones;
  private long overtaken;

  private Promotion(
      CoreSettings core, TopicScan scan, NewestWins transactions, LongConsumer progress) {
    this.core = core;
    this.scan = scan;
    this.transactions = transactions;
    this.progress = progress;
  }

  /**
   * What a promotion did.
   *
   * @param published documents
   * @param tombstones for documents whose page is gone
   * @param overtaken documents that a newer page had replaced by then
   */
  public record Done(long published, long tombstones, long overtaken) {}

  /** Compares, and keeps the report with the replay. */
  public static DiffReport diff(CoreSettings core, String name) {
    Replays replays = new Replays(core);
    ReplayState replay = replays.require(name);
    try (TopicScan scan = TopicScan.committed(core)) {
      DiffReport report = Comparison.of(core, replay, scan).report();
      replays.save(replay.with(report));
      return report;
    }
  }

  /**
   * Compares anew, and publishes what differs if the gate passes.
   *
   * @param progress told how many records are committed
   * @throws ReplayRefusedException when the gate does not pass
   */
  public static Done promote(CoreSettings core, String name, Gate gate, LongConsumer progress) {
    Replays replays = new Replays(core);
    ReplayState replay = replays.require(name);
    String id = core.topics().names().prefix() + ".promote-" + name;
    try (TopicScan scan = TopicScan.committed(core);
        NewestWins transactions = new NewestWins(core, id)) {
      Comparison.Result compared = Comparison.of(core, replay, scan);
      Optional<String> refusal = gate.refusal(compared.report());
      if (refusal.isPresent()) {
        throw new ReplayRefusedException(
            "the replay %s is not promoted: %s; 'diff %s' shows them"
                .formatted(name, refusal.get(), name));
      }
      Promotion promotion = new Promotion(core, scan, transactions, progress);
      promotion.lookedUntil.putAll(compared.lookedUntil());
      compared.published().forEach(promotion::publish);
      replays.save(replay.with(compared.report()).with(ReplayState.Status.PROMOTED));
      return new Done(promotion.published, promotion.tombstones, promotion.overtaken);
    }
  }

  private void publish(TopicPartition shadow, Map<String, Side> wanted) {
    if (wanted.isEmpty()) {
      return;
    }
    List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>();
    try (TopicScan shadowScan = TopicScan.committed(core)) {
      long[] bytes = {0};
      shadowScan.read(
          shadowScan.beginnings(List.of(shadow)),
          shadowScan.ends(List.of(shadow)),
          record -> {
            Side side = record.key() == null ? null : wanted.get(new String(record.key(), UTF_8));
            if (side == null || side.offset() != record.offset()) {
              return;
            }
            batch.add(record);
            bytes[0] += record.value() == null ? 0 : record.value().length;
            if (batch.size() == BATCH || bytes[0] > BATCH_BYTES) {
              commit(batch);
              batch.clear();
              bytes[0] = 0;
            }
          });
    }
    commit(batch);
  }

  private void commit(List<ConsumerRecord<byte[], byte[]>> batch) {
    if (batch.isEmpty()) {
      return;
    }
    Backoff backoff = new Backoff();
    for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
      look();
      List<ProducerRecord<byte[], byte[]>> records =
          batch.stream().filter(this::isStillNewest).map(this::live).toList();
      if (transactions.commit(records, List.of(), lookedUntil)) {
        long gone = records.stream().filter(record -> record.value() == null).count();
        tombstones += gone;
        published += records.size() - gone;
        overtaken += batch.size() - records.size();
        progress.accept(published + tombstones);
        return;
      }
      pause(backoff);
    }
    throw new KafkaException(
        "the documents topic is written to under the same keys without end; promote again later");
  }

  /** What came to the live topic since it was last looked at. */
  private void look() {
    Map<TopicPartition, Long> ends = scan.ends(lookedUntil.keySet());
    scan.read(
        lookedUntil,
        ends,
        record -> {
          if (record.key() != null) {
            newerLive.merge(new String(record.key(), UTF_8), Side.from(record).offset(), Math::max);
          }
        });
    lookedUntil.putAll(ends);
  }

  private boolean isStillNewest(ConsumerRecord<byte[], byte[]> replayed) {
    Long page = newerLive.get(new String(replayed.key(), UTF_8));
    return page == null || page <= Side.from(replayed).offset();
  }

  private ProducerRecord<byte[], byte[]> live(ConsumerRecord<byte[], byte[]> replayed) {
    return new ProducerRecord<>(
        core.topics().names().documents(),
        null,
        replayed.key(),
        replayed.value(),
        replayed.headers());
  }

  private static void pause(Backoff backoff) {
    try {
      Thread.sleep(backoff.next());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }
}
