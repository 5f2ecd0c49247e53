package io.onrecord.loop;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/**
 * Which Kafka errors no retry can heal. Everything else (brokers away, coordinators moving,
 * rebalances, timeouts) is the world's, and the loop waits for it to pass.
 */
public final class Fatal {
  private Fatal() {}

  /** Throws what no retry can heal as a {@link FatalLoopException}; returns for the rest. */
  public static void rethrowIfSo(KafkaException error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProducerFencedException || cause instanceof FencedInstanceIdException) {
        throw new FatalLoopException(
            "another instance has taken this one's name; give each its own instance.name", error);
      }
      if (cause instanceof RecordTooLargeException) {
        throw new FatalLoopException(
            "the cluster refuses a record for its size; raise max.message.bytes of the output"
                + " topic or of its dead letters",
            error);
      }
      if (cause instanceof AuthenticationException || cause instanceof AuthorizationException) {
        throw new FatalLoopException("the cluster refuses this client; check kafka.…", error);
      }
      if (cause instanceof UnsupportedVersionException) {
        throw new FatalLoopException("the brokers are too old; Kafka 3.7 or newer", error);
      }
    }
  }
}
