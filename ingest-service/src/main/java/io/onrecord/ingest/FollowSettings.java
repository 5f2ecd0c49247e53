package io.onrecord.ingest;

import io.onrecord.ingest.follow.FollowRules;
import io.onrecord.ingest.schedule.Revisit;
import io.onrecord.settings.Setting;
import io.onrecord.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What following sources is told.
 *
 * @param rules how often, and what counts
 * @param delay between two requests to a host
 * @param threads that ask
 * @param file that lists sources to follow; empty: none
 * @param sources the same as text
 */
record FollowSettings(
    FollowRules rules, Duration delay, int threads, Optional<Path> file, String sources) {
  private static final Setting POLL_LEAST =
      new Setting("ingest.poll-least", "5m", "shortest time between two looks at a source");
  private static final Setting POLL_FIRST =
      new Setting("ingest.poll-first", "15m", "the same for a source that is new");
  private static final Setting POLL_MOST =
      new Setting("ingest.poll-most", "24h", "longest time between two looks at a source");
  private static final Setting REVISIT_LEAST =
      new Setting("ingest.revisit-least", "6h", "shortest time between two looks at a page");
  private static final Setting REVISIT_FIRST =
      new Setting("ingest.revisit-first", "24h", "the same for a page that is new");
  private static final Setting REVISIT_MOST =
      new Setting("ingest.revisit-most", "30d", "longest time between two looks at a page");
  private static final Setting GONE_AFTER =
      new Setting("ingest.gone-after", "24h", "a page that is missing for so long is gone");
  private static final Setting LOOK_BACK =
      new Setting(
          "ingest.look-back", "30d", "items older than this when a source is named are left out");
  private static final Setting WATCH =
      new Setting(
          "ingest.watch",
          "2s",
          "time between two looks at a watched folder; a file that both see alike is read");
  private static final Setting DELAY =
      new Setting("ingest.delay", "1s", "silence between two requests to a host");
  private static final Setting THREADS =
      new Setting("ingest.followers", "32", "addresses asked at once, each of another host");
  private static final Setting SOURCES =
      new Setting("sources", "", "what is followed: a list of {name, url}, or of URLs");
  private static final Setting FILE =
      new Setting(
          "ingest.sources-file", "", "a file that lists sources (YAML, OPML or a URL a line)");

  static final List<Setting> ALL =
      List.of(
          POLL_LEAST,
          POLL_FIRST,
          POLL_MOST,
          REVISIT_LEAST,
          REVISIT_FIRST,
          REVISIT_MOST,
          GONE_AFTER,
          LOOK_BACK,
          WATCH,
          DELAY,
          THREADS,
          FILE,
          SOURCES);

  static FollowSettings from(Settings settings) {
    String file = settings.text(FILE).strip();
    return new FollowSettings(
        new FollowRules(
            new Revisit(
                settings.duration(POLL_LEAST),
                settings.duration(POLL_FIRST),
                settings.duration(POLL_MOST)),
            new Revisit(
                settings.duration(REVISIT_LEAST),
                settings.duration(REVISIT_FIRST),
                settings.duration(REVISIT_MOST)),
            settings.duration(GONE_AFTER),
            settings.duration(LOOK_BACK),
            settings.duration(WATCH)),
        settings.duration(DELAY),
        settings.number(THREADS, 1, 1000),
        file.isEmpty() ? Optional.empty() : Optional.of(Path.of(file)),
        settings.text(SOURCES).strip());
  }
}
