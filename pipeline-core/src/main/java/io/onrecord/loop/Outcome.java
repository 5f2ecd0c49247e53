package io.onrecord.loop;

import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What became of one consumed record. */
sealed interface Outcome {
  /** It was transformed; these are its outputs, perhaps none. */
  record Outputs(List<ProducerRecord<byte[], byte[]>> records) implements Outcome {
    static final Outputs NONE = new Outputs(List.of());
  }

  /** It cannot be read, and becomes a dead letter. */
  record Rejected(String stage, Throwable cause) implements Outcome {
    static Rejected of(Throwable cause) {
      return cause instanceof RejectedRecordException rejected && rejected.getCause() != null
          ? new Rejected(rejected.stage(), rejected.getCause())
          : new Rejected("transform", cause);
    }
  }
}
