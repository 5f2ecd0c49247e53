package io.onrecord.loop;

import io.onrecord.settings.Setting;
import io.onrecord.settings.Settings;
import java.time.Duration;
import java.util.List;

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
 */
public record LoopSettings(
    String service,
    String version,
    String input,
    String deadLetters,
    int threads,
    int batchRecords,
    Duration recordLimit,
    int maxOutputBytes) {

  private static final Setting THREADS =
      new Setting("normalize.threads", "0", "pages normalized at once; 0: as many as cores");
  private static final Setting BATCH =
      new Setting("normalize.batch-records", "500", "most pages in one transaction");
  private static final Setting LIMIT =
      new Setting("normalize.page-limit", "30s", "time for one page before it is a dead letter");

  /** Declared, for {@link io.onrecord.settings.SettingsLoader}. */
  public static final List<Setting> ALL = List.of(THREADS, BATCH, LIMIT);

  /**
   * After this long a batch commits what it has, however much is left: well inside Kafka's poll
   * interval.
   */
  static final Duration BATCH_BUDGET = Duration.ofSeconds(60);

  /** Reads the tunable ones. */
  public static LoopSettings from(
      Settings settings,
      String service,
      String version,
      String input,
      String deadLetters,
      int maxOutputBytes) {
    int threads = settings.number(THREADS, 0, 1024);
    return new LoopSettings(
        service,
        version,
        input,
        deadLetters,
        threads == 0 ? Runtime.getRuntime().availableProcessors() : threads,
        settings.number(BATCH, 1, 10_000),
        settings.duration(LIMIT),
        maxOutputBytes);
  }
}
