package io.onrecord.index;

import io.onrecord.index.opensearch.OpenSearchAddress;
import io.onrecord.settings.CoreSettings;
import io.onrecord.settings.InvalidSettingsException;
import io.onrecord.settings.Setting;
import io.onrecord.settings.Settings;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the index service is told.
 *
 * @param core what every service is told
 * @param address where API and web page are served
 * @param token that changing requests must bear; empty: none beyond loopback
 * @param ingest where ingest-service is, whose page about sources is shown
 * @param directory where the index is kept
 * @param batchRecords most documents in one commit
 * @param sink where the index is kept
 * @param openSearch used when it is kept there
 */
record IndexSettings(
    CoreSettings core,
    InetSocketAddress address,
    Optional<String> token,
    Optional<URI> ingest,
    Path directory,
    int batchRecords,
    SinkChoice sink,
    OpenSearchAddress openSearch) {

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
  private static final Setting INGEST =
      new Setting(
          "index.ingest",
          "",
          "address of ingest-service, whose page about sources is then at /sources here too");
  private static final Setting BATCH =
      new Setting("index.batch-records", "500", "most documents in one commit");

  private static final Setting SINK =
      new Setting("index.sink", "lucene", "where the index is kept: lucene, opensearch or both");
  private static final Setting URL =
      new Setting("index.opensearch.url", "http://127.0.0.1:9200", "where OpenSearch is");
  private static final Setting USER =
      new Setting("index.opensearch.user", "", "user of OpenSearch; empty: nobody in particular");
  private static final Setting PASSWORD =
      new Setting("index.opensearch.password", "", "password of that user");
  private static final Setting ALIAS =
      new Setting(
          "index.opensearch.index", "onrecord-documents", "alias under which it is searched");
  private static final Setting SHARDS =
      new Setting("index.opensearch.shards", "1", "shards of an index that is made there");

  /** Declared, for {@link io.onrecord.settings.SettingsLoader}. */
  static final List<Setting> ALL =
      Stream.concat(
              CoreSettings.ALL.stream(),
              Stream.of(
                  HOST, PORT, TOKEN, INGEST, DIRECTORY, BATCH, SINK, URL, USER, PASSWORD, ALIAS,
                  SHARDS))
          .toList();

  static IndexSettings from(Settings settings) {
    return new IndexSettings(
        CoreSettings.from(settings),
        new InetSocketAddress(settings.text(HOST), settings.number(PORT, 0, 65_535)),
        Optional.of(settings.text(TOKEN)).filter(token -> !token.isBlank()),
        Optional.of(settings.text(INGEST).strip())
            .filter(text -> !text.isEmpty())
            .map(text -> url(INGEST, text)),
        settings.path(DIRECTORY),
        settings.number(BATCH, 1, 10_000),
        sink(settings.text(SINK).strip()),
        new OpenSearchAddress(
            url(URL, settings.text(URL).strip()),
            settings.text(USER),
            settings.text(PASSWORD),
            alias(settings.text(ALIAS).strip()),
            settings.number(SHARDS, 1, 1024)));
  }

  private static SinkChoice sink(String text) {
    for (SinkChoice choice : SinkChoice.values()) {
      if (choice.name().toLowerCase(Locale.ROOT).equals(text)) {
        return choice;
      }
    }
    throw InvalidSettingsException.value(SINK.key(), text, "lucene, opensearch or both");
  }

  private static URI url(Setting setting, String text) {
    try {
      URI url = new URI(text);
      if (url.getHost() != null && text.matches("https?://.*")) {
        return url;
      }
    } catch (URISyntaxException e) {
      throw InvalidSettingsException.value(setting.key(), text, "an address: " + e.getMessage());
    }
    throw InvalidSettingsException.value(
        setting.key(), text, "an address such as https://search.example.org:9200");
  }

  private static String alias(String text) {
    if (!text.matches("[a-z0-9][a-z0-9._-]{0,199}")) {
      throw InvalidSettingsException.value(
          ALIAS.key(), text, "a name of small letters, digits, dots and hyphens");
    }
    return text;
  }
}
