package io.onrecord.normalize.structure.metadata;

import io.onrecord.normalize.text.Fold;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date that counts from the moment of reading: {@code 3 days ago}, {@code 2小时前}, {@code 昨天
 * 18:30}. A page that was fetched says it of its fetch, so it can be resolved, no more precisely
 * than it is said: {@code 2 weeks ago} gives a month. A text that somebody copied from a page says
 * it of a moment that nobody wrote down: there the words are all that we publish.
 *
 * <p>Chinese pages count their days in China, others in UTC.
 */
final class RelativeDate {
  private static final String UNITS =
      "seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?";
  private static final Pattern SAID =
      Pattern.compile(
          "(?:\\b(an?|one|\\d{1,3}) ("
              + UNITS
              + ") ago\\b)"
              + "|(?:(\\d{1,3}|半) ?个?(秒钟?|分钟?|小时|天|日|周|星期|月|年)(?:之|以)?前)"
              + "|(?:\\b(yesterday|today)(?:,? at)?(?:,? (\\d{1,2}):(\\d{2})(?: ?([ap])\\.?m\\b\\.?)?)?)"
              + "|(?:(昨[天日]|前天|今[天日])(?:\\s*(\\d{1,2}):(\\d{2}))?)"
              + "|(\\bjust now\\b|刚刚)");
  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
  private static final int MOST_YEARS = 50;

  private RelativeDate() {}

  /** The first such words in the text, as printed. */
  static Optional<String> words(String text) {
    Matcher m = SAID.matcher(Fold.fold(text));
    boolean found = m.find() && m.end() <= text.length();
    return found ? Optional.of(text.substring(m.start(), m.end()).strip()) : Optional.empty();
  }

  /** The first such words in the text and the date that they give a page fetched then. */
  static Optional<PrintedDate> find(String text, Instant fetched) {
    String folded = Fold.fold(text);
    Matcher m = SAID.matcher(folded);
    if (!mayCount(folded) || !m.find() || m.end() > text.length()) {
      return Optional.empty();
    }
    String printed = text.substring(m.start(), m.end()).strip();
    return resolve(m, fetched).map(iso -> new PrintedDate(printed, iso));
  }

  /** Whether any of the words occurs without which nothing is counted. */
  private static boolean mayCount(String folded) {
    boolean may = folded.contains(" ago") || folded.contains("day") || folded.contains("just now");
    for (int i = 0; i < folded.length() && !may; i++) {
      may = Fold.ideographic(folded.charAt(i));
    }
    return may;
  }

  private static Optional<String> resolve(Matcher m, Instant fetched) {
    if (m.group(2) != null) {
      String count = m.group(1);
      int n = Character.isDigit(count.charAt(0)) ? Integer.parseInt(count) : 1;
      return back(n, unit(m.group(2)), fetched, ZoneOffset.UTC);
    }
    if (m.group(4) != null) {
      boolean half = m.group(3).equals("半");
      if (half) {
        boolean hour = m.group(4).equals("小时");
        return hour ? back(30, "minute", fetched, CHINA) : Optional.empty();
      }
      return back(Integer.parseInt(m.group(3)), unit(m.group(4)), fetched, CHINA);
    }
    if (m.group(5) != null) {
      int days = m.group(5).equals("yesterday") ? 1 : 0;
      int later = "p".equals(m.group(8)) && !"12".equals(m.group(6)) ? 12 : 0;
      return day(days, ZoneOffset.UTC, fetched, m.group(6), m.group(7), later);
    }
    if (m.group(9) != null) {
      char which = m.group(9).charAt(0);
      int days = which == '昨' ? 1 : which == '前' ? 2 : 0;
      return day(days, CHINA, fetched, m.group(10), m.group(11), 0);
    }
    return Optional.of(fetched.truncatedTo(ChronoUnit.MINUTES).toString());
  }

  private static String unit(String word) {
    return switch (word.charAt(0)) {
      case 's', '秒' -> "second";
      case 'h', '小' -> "hour";
      case 'd', '天', '日' -> "day";
      case 'w', '周', '星' -> "week";
      case 'y', '年' -> "year";
      case '分' -> "minute";
      case '月' -> "month";
      default -> word.toLowerCase(Locale.ROOT).startsWith("mo") ? "month" : "minute";
    };
  }

  private static Optional<String> back(int n, String unit, Instant fetched, ZoneOffset zone) {
    LocalDate today = LocalDate.ofInstant(fetched, zone);
    return switch (unit) {
      case "second", "minute" -> {
        ChronoUnit step = unit.equals("second") ? ChronoUnit.SECONDS : ChronoUnit.MINUTES;
        yield Optional.of(fetched.minus(n, step).truncatedTo(ChronoUnit.MINUTES).toString());
      }
      case "hour" ->
          Optional.of(fetched.minus(n, ChronoUnit.HOURS).truncatedTo(ChronoUnit.HOURS).toString());
      case "day" -> Optional.of(today.minusDays(n).toString());
      case "week" -> Optional.of(today.minusWeeks(n).toString().substring(0, 7));
      case "month" -> Optional.of(today.minusMonths(n).toString().substring(0, 7));
      default ->
          n > MOST_YEARS
              ? Optional.empty()
              : Optional.of(today.minusYears(n).toString().substring(0, 4));
    };
  }

  private static Optional<String> day(
      int days,
      ZoneOffset zone,
      Instant fetched,
      @org.jspecify.annotations.Nullable String hour,
      @org.jspecify.annotations.Nullable String minute,
      int later) {
    String day = LocalDate.ofInstant(fetched, zone).minusDays(days).toString();
    if (hour == null || minute == null) {
      return Optional.of(day);
    }
    int h = Integer.parseInt(hour) + later;
    boolean valid = h < 24 && Integer.parseInt(minute) < 60;
    return Optional.of(valid ? "%sT%02d:%s".formatted(day, h, minute) : day);
  }
}
