package io.onrecord.normalize.structure.metadata;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads dates that machines were told, and writes them as documents carry them: ISO 8601, as
 * precise as is known, seconds at most.
 */
final class IsoDate {
  private static final Pattern SHAPE =
      Pattern.compile(
          "(\\d{4})(?:-(\\d{1,2})(?:-(\\d{1,2})"
              + "(?:[T ]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?\\s*(Z|UTC|GMT|[+-]\\d{2}:?\\d{2}|[+-]\\d{2})?)?)?)?.{0,6}");
  private static final Pattern COMPACT =
      Pattern.compile("((?:19|20)\\d{2})(\\d{2})(\\d{2})(?:T?\\d{2,6}Z?)?");
  private static final Pattern SECONDS = Pattern.compile("1\\d{9}(?:\\d{3})?");
  private static final int EARLIEST = 1900;
  private static final int DAY = "2000-01-01".length();
  private static final int LONGEST_MAIL = 40;

  private IsoDate() {}

  /** The date, unless it is none, or later than {@code latest}. */
  static Optional<String> read(String written, Instant latest) {
    return parse(written.strip())
        .filter(
            date ->
                Integer.parseInt(date.substring(0, 4)) >= EARLIEST
                    && date.substring(0, Math.min(DAY, date.length()))
                            .compareTo(day(latest).substring(0, Math.min(DAY, date.length())))
                        <= 0);
  }

  private static String day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC).toString();
  }

  private static Optional<String> parse(String text) {
    if (text.isEmpty() || text.charAt(0) < '0' || text.charAt(0) > '9') {
      return inWords(text);
    }
    Matcher m = SHAPE.matcher(text);
    if (m.matches()) {
      return shaped(m);
    }
    Matcher compact = COMPACT.matcher(text);
    if (compact.matches()) {
      return day(compact.group(1), compact.group(2), compact.group(3));
    }
    if (SECONDS.matcher(text).matches()) {
      long value = Long.parseLong(text);
      return Optional.of(
          Instant.ofEpochSecond(text.length() > 10 ? value / 1000 : value).toString());
    }
    return inWords(text);
  }

  private static Optional<String> inWords(String text) {
    if (text.indexOf(':') < 0 || text.length() > LONGEST_MAIL) {
      return PrintedDate.find(text).map(PrintedDate::iso);
    }
    try {
      ZonedDateTime mail = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
      return Optional.of(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(mail));
    } catch (DateTimeException notMail) {
      return PrintedDate.find(text).map(PrintedDate::iso);
    }
  }

  private static Optional<String> shaped(Matcher m) {
    if (m.group(2) == null) {
      return m.end(1) == m.end() ? Optional.of(m.group(1)) : Optional.empty();
    }
    if (m.group(3) == null) {
      int month = Integer.parseInt(m.group(2));
      return month >= 1 && month <= 12
          ? Optional.of("%s-%02d".formatted(m.group(1), month))
          : Optional.empty();
    }
    Optional<String> day = day(m.group(1), m.group(2), m.group(3));
    if (m.group(4) == null || Integer.parseInt(m.group(4)) > 23) {
      return day;
    }
    int hour = Integer.parseInt(m.group(4));
    String seconds = m.group(6) == null ? "" : ":" + m.group(6);
    boolean valid =
        Integer.parseInt(m.group(5)) < 60
            && (m.group(6) == null || Integer.parseInt(m.group(6)) < 60);
    String time =
        valid
            ? (hour < 10 ? "T0" : "T") + hour + ':' + m.group(5) + seconds + zone(m.group(7))
            : "";
    return day.map(d -> d + time);
  }

  private static String zone(@org.jspecify.annotations.Nullable String written) {
    if (written == null) {
      return "";
    }
    if (Character.isLetter(written.charAt(0))) {
      return "Z";
    }
    String digits = written.replace(":", "");
    return digits.substring(0, 3) + ':' + (digits.length() > 3 ? digits.substring(3) : "00");
  }

  private static Optional<String> day(String year, String month, String day) {
    try {
      return Optional.of(
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day))
              .toString());
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }
}
