package io.onrecord.ingest.source.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates with the month in words, in any order in which people and programs write them: RFC 822 and
 * what passes for it, RFC 850, asctime.
 *
 * <pre>
 * Thu, 01 Jan 04 19:48 ET   Sunday, 04-Jan-04 19:48:21 GMT   Jan 4, 2004 4:29 PM   Κυρ, 11 Ιούλ 2004 12:00:00 EST
 * </pre>
 */
final class MailDates {
  private static final Pattern TIME =
      Pattern.compile("(?<![\\d:])\\d{1,2}:\\d{1,2}(:\\d{1,2}([.,]\\d+)?)?(\\s*[ap]\\.?m\\b\\.?)?");
  private static final Pattern OFFSET =
      Pattern.compile("(?:gmt|utc|ut)?\\s?([+-]\\d{1,2}(?::?\\d{2})?)(?!\\d|-)");

  private MailDates() {}

  /** The date; {@code text} is lower case and trimmed. */
  static Optional<DateParts> read(String text) {
    String date = text;
    Optional<ClockTime> time = Optional.empty();
    OptionalInt zone = OptionalInt.empty();
    Matcher m = TIME.matcher(date);
    if (m.find()) {
      String before = date.substring(0, m.start());
      String after = date.substring(m.end());
      Matcher offset = OFFSET.matcher(after);
      if (offset.find()) {
        zone = ClockTime.zone(offset.group(1));
        after = offset.replaceFirst(" ");
      }
      time = ClockTime.read(m.group().strip(), 0);
      date = before + " " + after;
    }
    OptionalInt month = OptionalInt.empty();
    boolean mayBeWeekday = false; // "mar. 06 janv." is a Tuesday
    List<String> numbers = new ArrayList<>();
    for (String word : date.split("[\\s,;/()\\-]+")) {
      String bare = word.replaceFirst("\\.+$", "");
      if (bare.matches("\\d{1,4}(st|nd|rd|th)?")) {
        numbers.add(bare.replaceFirst("\\D+$", ""));
      } else if (bare.matches("['’]\\d{2}")) {
        numbers.add(bare.substring(1));
      } else if (DateWords.month(bare).isPresent()
          && !isWeekday(bare, numbers)
          && (month.isEmpty() || mayBeWeekday)) {
        mayBeWeekday = month.isEmpty() && numbers.isEmpty() && bare.equals("mar");
        month = DateWords.month(bare);
      } else if (zone.isEmpty() && time.isPresent()) {
        zone = DateWords.zone(bare);
      }
    }
    if (month.isEmpty() || numbers.size() != 2) {
      return Optional.empty();
    }
    boolean yearFirst = numbers.get(0).length() > 2;
    int year = Integer.parseInt(numbers.get(yearFirst ? 0 : 1));
    int day = Integer.parseInt(numbers.get(yearFirst ? 1 : 0));
    if (!yearFirst && day > 31) {
      int swapped = day;
      day = year;
      year = swapped;
    }
    DateParts parts = DateParts.date(DateParts.fullYear(year), month.getAsInt(), day);
    ClockTime clock = time.orElse(new ClockTime(0, 0, 0, 0));
    return Optional.of(
        parts.at(clock.hour(), clock.minute(), clock.second(), zone.orElse(clock.offset())));
  }

  /** French and Italian Tuesdays ({@code mar}) come before the number of the day. */
  private static boolean isWeekday(String word, List<String> numbers) {
    return numbers.isEmpty()
        && word.toLowerCase(Locale.ROOT).matches("mar\\.?di|martes|marted\\p{L}+");
  }
}
