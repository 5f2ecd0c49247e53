package io.onrecord.loop;

import java.time.Duration;

/**
 * How a loop works.
 *
 * @param service its name: consumer group, transactional id, metrics label and dead-letter header
 * @param version of the service, for dead letters
 * @param input topic consumed
 * @param deadLetters topic for records that cannot be read
 * @param threads that transform at once
 * @param batchRecords at most this many records in a transaction
 * @param recordLimit time that one record may take before it is a dead letter
 * @param maxOutputBytes the largest output record; a larger one makes its input a dead letter
 * @param mostPerSecond outputs a second at most, for work that must leave room for other work; 0:
 *     as fast as it goes
 */
public record LoopSettings(
    String service,
    String version,
    String input,
    String deadLetters,
    int threads,
    int batchRecords,
    Duration recordLimit,
    int maxOutputBytes,
    int mostPerSecond) {

  /** As fast as it goes. */
  public LoopSettings(
      String service,
      String version,
      String input,
      String deadLetters,
      int threads,
      int batchRecords,
      Duration recordLimit,
      int maxOutputBytes) {
    this(
        service,
        version,
        input,
        deadLetters,
        threads,
        batchRecords,
        recordLimit,
        maxOutputBytes,
        0);
  }

  /**
   * After this long a batch commits what it has, however much is left: well inside Kafka's poll
   * interval.
   */
  static final Duration BATCH_BUDGET = Duration.ofSeconds(60);
}
