package io.onrecord.index;

import io.onrecord.settings.CoreSettings;
import io.onrecord.settings.Setting;
import io.onrecord.settings.Settings;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the index service is told.
 *
 * @param core what every service is told
 * @param address where API and web page are served
 * @param token that changing requests must bear; empty: none beyond loopback
 * @param directory where the index is kept
 * @param batchRecords most documents in one commit
 */
record IndexSettings(
    CoreSettings core,
    InetSocketAddress address,
    Optional<String> token,
    Path directory,
    int batchRecords) {

  private static final Setting HOST =
      new Setting("index.host", "127.0.0.1", "address that the API and the web page listen on");
  private static final Setting PORT =
      new Setting("index.port", "7703", "port of the API and the web page; 0: any free one");
  private static final Setting DIRECTORY =
      new Setting(
          "index.directory", "onrecord-data/index", "where the index is kept, by one instance");
  private static final Setting TOKEN =
      new Setting(
          "index.token", "", "bearer token that changing requests need; required beyond loopback");
  private static final Setting BATCH =
      new Setting("index.batch-records", "500", "most documents in one commit");

  /** Declared, for {@link io.onrecord.settings.SettingsLoader}. */
  static final List<Setting> ALL =
      Stream.concat(CoreSettings.ALL.stream(), Stream.of(HOST, PORT, TOKEN, DIRECTORY, BATCH))
          .toList();

  static IndexSettings from(Settings settings) {
    return new IndexSettings(
        CoreSettings.from(settings),
        new InetSocketAddress(settings.text(HOST), settings.number(PORT, 0, 65_535)),
        Optional.of(settings.text(TOKEN)).filter(token -> !token.isBlank()),
        settings.path(DIRECTORY),
        settings.number(BATCH, 1, 10_000));
  }
}
