package io.onrecord.loop;

import io.onrecord.settings.CoreSettings;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Publishes old things without ever burying newer ones.
 *
 * <p>Whoever puts a record back (a dead letter, a replayed document) has looked at its topic and
 * found nothing newer under its key; but the topic goes on while he writes. So the record is sent
 * in a transaction, and before the commit everything that came between the look and the record's
 * own place is read, uncommitted records too. A record of somebody else under one of the keys means
 * that nothing is committed, and the caller looks again. What comes behind the record's own place
 * is newer by its place in the log.
 */
public final class NewestWins implements AutoCloseable {
  private final Producer<byte[], byte[]> producer;
  private final TopicScan scan;

  /**
   * Fences whoever uses this transactional id; an unfinished transaction of his is aborted.
   *
   * @param transactionalId of the work, not of the process: the same work is never done twice
   */
  public NewestWins(CoreSettings core, String transactionalId) {
    this.scan = TopicScan.everything(core);
    this.producer = KafkaClients.transactionalProducer(core, transactionalId);
    try {
      producer.initTransactions();
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /**
   * Commits all records, or none when one of the guarded ones would bury a newer one.
   *
   * @param guarded records with keys; all of one topic
   * @param others records that belong to the same transaction and need no guard
   * @param lookedUntil for each partition of that topic, the position up to which nothing newer was
   *     found
   * @return whether they were committed
   */
  public boolean commit(
      List<ProducerRecord<byte[], byte[]>> guarded,
      List<ProducerRecord<byte[], byte[]>> others,
      Map<TopicPartition, Long> lookedUntil) {
    producer.beginTransaction();
    try {
      List<Future<RecordMetadata>> sent = guarded.stream().map(producer::send).toList();
      others.forEach(producer::send);
      producer.flush();
      if (isDisturbed(guarded, sent, lookedUntil)) {
        producer.abortTransaction();
        return false;
      }
      producer.commitTransaction();
      return true;
    } catch (ExecutionException e) {
      producer.abortTransaction();
      throw e.getCause() instanceof KafkaException kafka
          ? kafka
          : new KafkaException("records could not be sent", e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private boolean isDisturbed(
      List<ProducerRecord<byte[], byte[]>> guarded,
      List<Future<RecordMetadata>> sent,
      Map<TopicPartition, Long> lookedUntil)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, Map<ByteBuffer, Long>> own = new HashMap<>();
    Map<TopicPartition, Long> until = new HashMap<>();
    for (int i = 0; i < sent.size(); i++) {
      RecordMetadata place = sent.get(i).get();
      TopicPartition partition = new TopicPartition(place.topic(), place.partition());
      if (guarded.get(i).key() == null) {
        continue; // a record without a key replaces nothing
      }
      own.computeIfAbsent(partition, p -> new HashMap<>())
          .merge(ByteBuffer.wrap(guarded.get(i).key()), place.offset(), Math::min);
      until.merge(partition, place.offset(), Math::max);
    }
    Map<TopicPartition, Long> from = new HashMap<>();
    until.keySet().forEach(p -> from.put(p, lookedUntil.getOrDefault(p, 0L)));
    boolean[] disturbed = {false};
    scan.read(
        from,
        until,
        record -> {
          TopicPartition partition = new TopicPartition(record.topic(), record.partition());
          Long ownPlace =
              record.key() == null ? null : own.get(partition).get(ByteBuffer.wrap(record.key()));
          disturbed[0] |= ownPlace != null && record.offset() < ownPlace;
        });
    return disturbed[0];
  }

  @Override
  public void close() {
    producer.close(java.time.Duration.ofSeconds(5));
    scan.close();
  }
}
