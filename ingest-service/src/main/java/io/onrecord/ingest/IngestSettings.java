package io.onrecord.ingest;

import io.onrecord.ingest.fetch.FetchLimits;
import io.onrecord.ingest.safety.OwnNetwork;
import io.onrecord.ingest.websub.Callbacks;
import io.onrecord.settings.CoreSettings;
import io.onrecord.settings.InvalidSettingsException;
import io.onrecord.settings.Setting;
import io.onrecord.settings.Settings;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the ingest service is told.
 *
 * @param core what every service is told
 * @param address where the API, health and metrics are served
 * @param token that requests which change something must bear; empty: none
 * @param allowRemote whether other machines may be fetched from
 * @param own what may be fetched from although it is not public
 * @param userAgent sent with every request
 * @param limits of a fetch
 * @param fetches at once
 * @param follow what following sources is told
 * @param callbacks where hubs reach us; empty: they do not
 */
record IngestSettings(
    CoreSettings core,
    InetSocketAddress address,
    Optional<String> token,
    boolean allowRemote,
    OwnNetwork own,
    String userAgent,
    FetchLimits limits,
    int fetches,
    FollowSettings follow,
    Optional<Callbacks> callbacks) {

  private static final Setting HOST =
      new Setting("ingest.host", "127.0.0.1", "address that the API listens on");
  private static final Setting PORT =
      new Setting("ingest.port", "7701", "port of the API, health and metrics; 0: any free one");
  private static final Setting TOKEN =
      new Setting(
          "ingest.token",
          "",
          "bearer token of requests that change something; needed beyond loopback");
  private static final Setting ALLOW_REMOTE =
      new Setting("ingest.allow-remote", "false", "whether other machines may be fetched from");
  private static final Setting ALLOW =
      new Setting(
          "ingest.allow",
          "",
          "networks, addresses and hosts of one's own that may be fetched from besides:"
              + " 10.20.0.0/16, wiki.corp.example, *.corp.example");
  private static final Setting CONTACT =
      new Setting(
          "ingest.contact", "", "URL or address in the User-Agent, for those who run the sites");
  private static final Setting CONNECT =
      new Setting("ingest.connect-timeout", "5s", "time to open a connection");
  private static final Setting FIRST_BYTE =
      new Setting("ingest.first-byte-timeout", "15s", "longest silence of a server");
  private static final Setting TOTAL =
      new Setting("ingest.total-timeout", "60s", "time for one URL, redirects included");
  private static final Setting CALLBACK =
      new Setting(
          "ingest.callback",
          "",
          "address of this API for WebSub hubs (https://me.example); empty: no subscriptions");
  private static final Setting CALLBACK_KEY =
      new Setting(
          "ingest.callback-key",
          "",
          "secret that callback addresses are made with, the same for all instances; empty: drawn"
              + " at each start");
  private static final Setting FETCHES = new Setting("ingest.fetches", "8", "URLs fetched at once");

  /** Declared, for {@link io.onrecord.settings.SettingsLoader}. */
  static final List<Setting> ALL =
      Stream.of(
              CoreSettings.ALL,
              List.of(
                  HOST,
                  PORT,
                  TOKEN,
                  ALLOW_REMOTE,
                  ALLOW,
                  CONTACT,
                  CONNECT,
                  FIRST_BYTE,
                  TOTAL,
                  FETCHES,
                  CALLBACK,
                  CALLBACK_KEY),
              FollowSettings.ALL)
          .flatMap(List::stream)
          .toList();

  static IngestSettings from(Settings settings) {
    CoreSettings core = CoreSettings.from(settings);
    String token = settings.text(TOKEN).strip();
    return new IngestSettings(
        core,
        new InetSocketAddress(settings.text(HOST), settings.number(PORT, 0, 65_535)),
        token.isEmpty() ? Optional.empty() : Optional.of(token),
        settings.flag(ALLOW_REMOTE),
        own(settings.text(ALLOW)),
        userAgent(settings.text(CONTACT).strip()),
        new FetchLimits(
            settings.duration(CONNECT),
            settings.duration(FIRST_BYTE),
            settings.duration(TOTAL),
            core.topics().maxPageBytes()),
        settings.number(FETCHES, 1, 1000),
        FollowSettings.from(settings),
        callbacks(settings.text(CALLBACK).strip(), settings.text(CALLBACK_KEY).strip()));
  }

  private static Optional<Callbacks> callbacks(String address, String key) {
    if (address.isEmpty()) {
      return Optional.empty();
    }
    if (!address.matches("(?i)https?://[^/?#]+(/[^?#]*)?")) {
      throw new InvalidSettingsException(
          "ingest.callback is '%s'; give an address such as https://me.example".formatted(address));
    }
    return Optional.of(new Callbacks(address.replaceFirst("/+$", ""), key));
  }

  private static OwnNetwork own(String text) {
    try {
      return OwnNetwork.parse(text);
    } catch (IllegalArgumentException e) {
      throw new InvalidSettingsException("ingest.allow: " + e.getMessage());
    }
  }

  private static String userAgent(String contact) {
    return contact.isEmpty() ? "Onrecord/0.1" : "Onrecord/0.1 (+%s)".formatted(contact);
  }
}
