package io.onrecord.loop;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What a service makes of a record. Pure: the same record gives the same outputs; no I/O, no clock.
 * Called by several threads at once. It should answer interruption; if it does not, it is abandoned
 * after the time limit.
 */
@FunctionalInterface
public interface Transform {
  /**
   * The records to produce, in order; none to drop the record on purpose.
   *
   * @throws RejectedRecordException when the record cannot be read, naming the stage; any other
   *     exception or error also makes the record a dead letter, with stage {@code transform}
   */
  List<ProducerRecord<byte[], byte[]>> apply(ConsumerRecord<byte[], byte[]> record);
}
