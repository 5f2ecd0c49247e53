package io.onrecord.loop.deadletter;

import io.onrecord.loop.KafkaClients;
import io.onrecord.loop.NewestWins;
import io.onrecord.loop.TopicScan;
import io.onrecord.settings.CoreSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/** The dead letters of a system. Each call looks anew; nothing is kept between calls. */
public final class DeadLetterBox {
  private static final String SUFFIX = ".dlq";
  private static final int BATCH = 500;

  private final CoreSettings core;

  public DeadLetterBox(CoreSettings core) {
    this.core = core;
  }

  /** The open letters that are meant, oldest first. */
  public List<DeadLetter> list(DeadLetterFilter filter) {
    try (TopicScan scan = TopicScan.committed(core)) {
      return open(scan).stream().filter(filter::matches).toList();
    }
  }

  /** The record of a letter as it lies in its topic; empty when no letter is there. */
  public Optional<ConsumerRecord<byte[], byte[]>> show(DeadLetter.Place place) {
    if (!topics().contains(place.topic())) {
      return Optional.empty();
    }
    TopicPartition partition = new TopicPartition(place.topic(), place.partition());
    List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
    try (TopicScan scan = TopicScan.committed(core)) {
      if (scan.partitions(place.topic()).contains(partition)
          && scan.beginnings(List.of(partition)).get(partition) <= place.offset()
          && scan.ends(List.of(partition)).get(partition) > place.offset()) {
        scan.read(
            Map.of(partition, place.offset()), Map.of(partition, place.offset() + 1), found::add);
      }
    }
    return found.stream().filter(r -> !Receipt.isReceipt(r)).findFirst();
  }

  /** What the letter at this place says; empty when no letter is there. */
  public Optional<DeadLetter> read(DeadLetter.Place place) {
    return show(place).map(DeadLetter::of);
  }

  /**
   * Puts letters back where they came from, each with its number of attempts; every letter once,
   * however often this is called and whenever it is killed. A letter whose key has a newer record
   * is closed instead.
   */
  public Redriven redrive(DeadLetterFilter filter) {
    return new Redrive(core).run(() -> list(filter));
  }

  /** Gives letters up: they are closed, and their space is freed as far as that is possible. */
  public int purge(DeadLetterFilter filter) {
    List<DeadLetter> letters;
    try (NewestWins transactions = new NewestWins(core, Redrive.transactionalId(core))) {
      letters = list(filter);
      for (int from = 0; from < letters.size(); from += BATCH) {
        List<ProducerRecord<byte[], byte[]>> receipts =
            letters.subList(from, Math.min(letters.size(), from + BATCH)).stream()
                .map(letter -> Receipt.PURGED.record(letter.place()))
                .toList();
        transactions.commit(List.of(), receipts, Map.of());
      }
    }
    free();
    return letters.size();
  }

  /** Deletes the beginnings of partitions in which every letter is closed. */
  private void free() {
    Map<TopicPartition, RecordsToDelete> deletions = new HashMap<>();
    try (TopicScan scan = TopicScan.committed(core);
        Admin admin = KafkaClients.admin(core)) {
      List<TopicPartition> partitions =
          topics().stream().flatMap(topic -> scan.partitions(topic).stream()).toList();
      Map<TopicPartition, Long> ends = scan.ends(partitions);
      Map<TopicPartition, Long> beginnings = scan.beginnings(partitions);
      ends.forEach(
          (partition, end) -> {
            if (end > beginnings.get(partition)) {
              deletions.put(partition, RecordsToDelete.beforeOffset(end));
            }
          });
      for (DeadLetter letter : open(scan)) {
        deletions.computeIfPresent(
            new TopicPartition(letter.place().topic(), letter.place().partition()),
            (partition, before) ->
                RecordsToDelete.beforeOffset(
                    Math.min(before.beforeOffset(), letter.place().offset())));
      }
      admin.deleteRecords(deletions).all().get();
    } catch (ExecutionException e) {
      throw new KafkaException("closed letters could not be deleted", e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private List<DeadLetter> open(TopicScan scan) {
    List<DeadLetter> letters = new ArrayList<>();
    Set<DeadLetter.Place> closed = new HashSet<>();
    for (String topic : topics()) {
      scan.readAll(
          topic,
          record -> {
            if (Receipt.isReceipt(record)) {
              Receipt.closed(record)
                  .ifPresent(
                      offset ->
                          closed.add(new DeadLetter.Place(topic, record.partition(), offset)));
            } else {
              letters.add(DeadLetter.of(record));
            }
          });
    }
    return letters.stream()
        .filter(letter -> !closed.contains(letter.place()))
        .sorted(
            Comparator.comparing(DeadLetter::time)
                .thenComparing(letter -> letter.place().topic())
                .thenComparing(letter -> letter.place().partition())
                .thenComparing(letter -> letter.place().offset()))
        .toList();
  }

  private List<String> topics() {
    return core.topics().all().stream()
        .map(NewTopic::name)
        .filter(name -> name.endsWith(SUFFIX))
        .toList();
  }
}
