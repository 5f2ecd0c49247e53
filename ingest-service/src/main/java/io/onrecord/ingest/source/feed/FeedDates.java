package io.onrecord.ingest.source.feed;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the dates of feeds, whichever standard they follow or miss.
 *
 * <p>A date without a zone is UTC. A number that overflows ({@code 31 Jun}, {@code 25:00}) runs
 * over. What cannot be a date is no date: a wrong one is worse than none.
 */
public final class FeedDates {
  private static final int LONGEST = 100;
  private static final Pattern SECONDS = Pattern.compile("1\\d{9}");
  private static final Pattern MILLIS = Pattern.compile("1\\d{12}");
  private static final Pattern YEAR_FIRST = Pattern.compile("-?\\d.*");
  private static final Pattern WEEKDAY = Pattern.compile("^\\p{L}+\\.?,?\\s+(?=\\d{4}[-/.])");

  private FeedDates() {}

  /** The instant, to the second; empty if the text is no date. */
  public static Optional<Instant> read(String text) {
    String date = text.replaceAll("[\\s\\u00a0]+", " ").strip().toLowerCase(Locale.ROOT);
    if (date.isEmpty() || date.length() > LONGEST) {
      return Optional.empty();
    }
    if (SECONDS.matcher(date).matches()) {
      return Optional.of(Instant.ofEpochSecond(Long.parseLong(date)));
    }
    if (MILLIS.matcher(date).matches()) {
      return Optional.of(Instant.ofEpochSecond(Long.parseLong(date) / 1000));
    }
    String bare = WEEKDAY.matcher(date).replaceFirst("");
    Optional<DateParts> parts =
        YEAR_FIRST.matcher(bare).matches() ? IsoDates.read(bare) : Optional.empty();
    return parts.or(() -> MailDates.read(date)).flatMap(DateParts::instant);
  }
}
