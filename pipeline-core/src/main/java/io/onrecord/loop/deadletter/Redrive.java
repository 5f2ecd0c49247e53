package io.onrecord.loop.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.onrecord.loop.Backoff;
import io.onrecord.loop.DeadLetters;
import io.onrecord.loop.NewestWins;
import io.onrecord.loop.TopicScan;
import io.onrecord.settings.CoreSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * One redrive: letters of one origin and one dead-letter partition at a time, in small
 * transactions, each of records and receipts. Two redrives at once cannot repeat each other's work:
 * they share a transactional id, so the second fences the first before it looks.
 */
final class Redrive {
  private static final int BATCH = 50;
  private static final int MOST_TRIES = 30;

  private final CoreSettings core;

  Redrive(CoreSettings core) {
    this.core = core;
  }

  static String transactionalId(CoreSettings core) {
    return core.topics().names().prefix() + ".dead-letters";
  }

  Redriven run(Supplier<List<DeadLetter>> look) {
    Redriven done = Redriven.NONE;
    try (NewestWins transactions = new NewestWins(core, transactionalId(core));
        TopicScan scan = TopicScan.committed(core)) {
      Map<String, List<DeadLetter>> byOrigin = new TreeMap<>();
      for (DeadLetter letter : look.get()) {
        if (letter.origin().topic().isEmpty() || letter.origin().offset() < 0) {
          done = done.plus(new Redriven(0, 0, 1));
        } else {
          byOrigin.computeIfAbsent(letter.origin().topic(), t -> new ArrayList<>()).add(letter);
        }
      }
      for (List<DeadLetter> letters : byOrigin.values()) {
        for (int from = 0; from < letters.size(); from += BATCH) {
          List<DeadLetter> batch = letters.subList(from, Math.min(letters.size(), from + BATCH));
          done = done.plus(redrive(batch, scan, transactions));
        }
      }
    }
    return done;
  }

  private Redriven redrive(List<DeadLetter> batch, TopicScan scan, NewestWins transactions) {
    Map<DeadLetter.Place, ConsumerRecord<byte[], byte[]>> records = records(batch, scan);
    Backoff backoff = new Backoff();
    for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
      List<TopicPartition> partitions = scan.partitions(batch.getFirst().origin().topic());
      Map<TopicPartition, Long> ends = scan.ends(partitions);
      Set<DeadLetter.Place> buried = newerThan(batch, ends, scan);
      List<ProducerRecord<byte[], byte[]>> back = new ArrayList<>();
      List<ProducerRecord<byte[], byte[]>> receipts = new ArrayList<>();
      for (DeadLetter letter : batch) {
        if (buried.contains(letter.place())) {
          receipts.add(Receipt.SUPERSEDED.record(letter.place()));
        } else {
          back.add(restored(letter, records.get(letter.place())));
          receipts.add(Receipt.REDRIVEN.record(letter.place()));
        }
      }
      if (transactions.commit(back, receipts, ends)) {
        return new Redriven(back.size(), receipts.size() - back.size(), 0);
      }
      pause(backoff);
    }
    throw new KafkaException(
        "%s is written to under the letters' keys without end; try again later"
            .formatted(batch.getFirst().origin().topic()));
  }

  /** Letters whose key has a record behind the place where theirs failed. */
  private static Set<DeadLetter.Place> newerThan(
      List<DeadLetter> batch, Map<TopicPartition, Long> ends, TopicScan scan) {
    Map<TopicPartition, Long> from = new HashMap<>();
    Map<String, List<DeadLetter>> byId = new HashMap<>();
    for (DeadLetter letter : batch) {
      from.merge(
          new TopicPartition(letter.origin().topic(), letter.origin().partition()),
          letter.origin().offset() + 1,
          Math::min);
      byId.computeIfAbsent(letter.id(), id -> new ArrayList<>()).add(letter);
    }
    scan.beginnings(from.keySet()).forEach((p, begin) -> from.merge(p, begin, Math::max));
    Set<DeadLetter.Place> buried = new HashSet<>();
    scan.read(
        from,
        ends,
        record -> {
          String id = record.key() == null ? "" : new String(record.key(), UTF_8);
          for (DeadLetter letter : byId.getOrDefault(id, List.of())) {
            if (!id.isEmpty()
                && letter.origin().partition() == record.partition()
                && letter.origin().offset() < record.offset()) {
              buried.add(letter.place());
            }
          }
        });
    return buried;
  }

  private static Map<DeadLetter.Place, ConsumerRecord<byte[], byte[]>> records(
      List<DeadLetter> batch, TopicScan scan) {
    Map<DeadLetter.Place, ConsumerRecord<byte[], byte[]>> records = new HashMap<>();
    Set<DeadLetter.Place> wanted = new HashSet<>();
    Map<TopicPartition, Long> from = new HashMap<>();
    Map<TopicPartition, Long> to = new HashMap<>();
    for (DeadLetter letter : batch) {
      DeadLetter.Place place = letter.place();
      TopicPartition partition = new TopicPartition(place.topic(), place.partition());
      wanted.add(place);
      from.merge(partition, place.offset(), Math::min);
      to.merge(partition, place.offset() + 1, Math::max);
    }
    scan.read(
        from,
        to,
        record -> {
          DeadLetter.Place place =
              new DeadLetter.Place(record.topic(), record.partition(), record.offset());
          if (wanted.contains(place)) {
            records.put(place, record);
          }
        });
    return records;
  }

  /** The record as it was, with nothing of its failure but how often it has failed. */
  private static ProducerRecord<byte[], byte[]> restored(
      DeadLetter letter, ConsumerRecord<byte[], byte[]> record) {
    Headers headers = new RecordHeaders();
    for (Header header : record.headers()) {
      if (!header.key().startsWith(DeadLetters.PREFIX)
          && !header.key().startsWith(DeadLetters.OWN_PREFIX)) {
        headers.add(header);
      }
    }
    headers.add(DeadLetters.ATTEMPT, Integer.toString(letter.attempt()).getBytes(UTF_8));
    return new ProducerRecord<>(
        letter.origin().topic(), null, record.key(), record.value(), headers);
  }

  private static void pause(Backoff backoff) {
    try {
      Thread.sleep(backoff.next());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }
}
