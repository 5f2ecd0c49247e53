package io.onrecord.normalize.service;

import io.onrecord.loop.LoopSettings;
import io.onrecord.normalize.Normalizer;
import io.onrecord.settings.CoreSettings;
import io.onrecord.settings.Setting;
import io.onrecord.settings.Settings;
import io.onrecord.topic.TopicNames;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the normalize service is told.
 *
 * @param core what every service is told
 * @param address where health and metrics are served
 * @param threads pages normalized at once
 * @param batchRecords most pages in one transaction
 * @param pageLimit time for one page
 */
record NormalizeSettings(
    CoreSettings core,
    InetSocketAddress address,
    int threads,
    int batchRecords,
    Duration pageLimit) {

  private static final String SERVICE = "normalize";

  private static final Setting HOST =
      new Setting("normalize.host", "127.0.0.1", "address that health and metrics listen on");
  private static final Setting PORT =
      new Setting("normalize.port", "7702", "port of health and metrics; 0: any free one");
  private static final Setting THREADS =
      new Setting("normalize.threads", "0", "pages normalized at once; 0: as many as cores");
  private static final Setting BATCH =
      new Setting("normalize.batch-records", "500", "most pages in one transaction");
  private static final Setting LIMIT =
      new Setting("normalize.page-limit", "30s", "time for one page before it is a dead letter");

  /** Declared, for {@link io.onrecord.settings.SettingsLoader}. */
  static final List<Setting> ALL =
      Stream.concat(CoreSettings.ALL.stream(), Stream.of(HOST, PORT, THREADS, BATCH, LIMIT))
          .toList();

  static NormalizeSettings from(Settings settings) {
    int threads = settings.number(THREADS, 0, 1024);
    return new NormalizeSettings(
        CoreSettings.from(settings),
        new InetSocketAddress(settings.text(HOST), settings.number(PORT, 0, 65_535)),
        threads == 0 ? Runtime.getRuntime().availableProcessors() : threads,
        settings.number(BATCH, 1, 10_000),
        settings.duration(LIMIT));
  }

  LoopSettings loop() {
    TopicNames names = core.topics().names();
    return new LoopSettings(
        SERVICE,
        Normalizer.VERSION,
        names.pages(),
        TopicNames.deadLetters(names.pages()),
        threads,
        batchRecords,
        pageLimit,
        core.topics().maxDocumentRecordBytes());
  }
}
