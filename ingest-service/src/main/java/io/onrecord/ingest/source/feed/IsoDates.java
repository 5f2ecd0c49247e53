package io.onrecord.ingest.source.feed;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates that begin with the year: W3CDTF, RFC 3339, the shorter forms of ISO 8601, and their
 * neighbours with blanks, slashes, names of months (Hungarian feeds), and {@code 年月日} or {@code
 * 년월일} with a half of the day in front of the time.
 *
 * <pre>
 * 2003-12-31T10:14:55-08:00   2003-335   2003-W05-3   -03-12   31.12.2003   2004/7/8 9:05 EST   2004년 05월 28일 01:31:15
 * </pre>
 */
final class IsoDates {
  private static final Pattern DASHED =
      Pattern.compile(
          "(\\d{4})\\s*[-/.年년]\\s*(\\d{1,2})(?:\\s*[-/.月월]\\s*(\\d{1,2})?\\s*[日일]?)?(?![\\d:])(.*)");
  private static final Pattern ORDINAL = Pattern.compile("(\\d{4})-(\\d{3})(?!\\d)(.*)");
  private static final Pattern WEEK =
      Pattern.compile("(\\d{4})-?w(\\d{2})(?:-?([1-7]))?(?!\\d)(.*)");
  private static final Pattern DOTTED =
      Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})(?!\\d),?(.*)");
  private static final Pattern DIGITS = Pattern.compile("(-?)(\\d{2,8})(?!\\d)(.*)");
  private static final Pattern SHORT = Pattern.compile("-(\\d{2})-(\\d{1,2})(?:-(\\d{1,2}))?(.*)");
  private static final Pattern NAMED =
      Pattern.compile("(\\d{4})[-. ]\\s*(\\p{L}+)\\.?[-. ]\\s*(\\d{1,2})(?!\\d)(.*)");
  private static final int CHINA = 8 * 60;
  private static final int KOREA = 9 * 60;

  private IsoDates() {}

  /** The date; {@code text} is lower case and trimmed. */
  static Optional<DateParts> read(String text) {
    Matcher m = ORDINAL.matcher(text);
    if (m.matches()) {
      return timed(DateParts.date(number(m, 1), 1, number(m, 2)), m.group(3), text);
    }
    m = DASHED.matcher(text);
    if (m.matches()) {
      return timed(DateParts.date(number(m, 1), number(m, 2), number(m, 3)), m.group(4), text);
    }
    m = SHORT.matcher(text);
    if (m.matches()) {
      int year = DateParts.fullYear(number(m, 1));
      return timed(DateParts.date(year, number(m, 2), number(m, 3)), m.group(4), text);
    }
    m = NAMED.matcher(text);
    if (m.matches()) {
      OptionalInt month = DateWords.month(m.group(2));
      return month.isEmpty()
          ? Optional.empty()
          : timed(DateParts.date(number(m, 1), month.getAsInt(), number(m, 3)), m.group(4), text);
    }
    m = WEEK.matcher(text);
    if (m.matches()) {
      return timed(week(number(m, 1), number(m, 2), number(m, 3)), m.group(4), text);
    }
    m = DOTTED.matcher(text);
    if (m.matches()) {
      return timed(DateParts.date(number(m, 3), number(m, 2), number(m, 1)), m.group(4), text);
    }
    m = DIGITS.matcher(text);
    return m.matches() && isTimeOrNothing(m.group(3))
        ? digits(m.group(2), !m.group(1).isEmpty()).flatMap(d -> timed(d, rest(text), text))
        : Optional.empty();
  }

  /** The first week has the fourth of January in it, and Monday is its first day. */
  private static DateParts week(int year, int week, int day) {
    LocalDate fourth = LocalDate.of(Math.max(1, year), 1, 4);
    LocalDate date = fourth.minusDays(fourth.getDayOfWeek().getValue() - 1L);
    date = date.plusWeeks(week - 1L).plusDays(day - 1L);
    return DateParts.date(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
  }

  private static String rest(String text) {
    return text.replaceFirst("^-?\\d+", "");
  }

  private static boolean isTimeOrNothing(String rest) {
    return rest.isBlank() || rest.startsWith("t") || rest.matches("\\s+\\d{1,2}:.*");
  }

  private static Optional<DateParts> digits(String digits, boolean dashed) {
    int a = Integer.parseInt(digits.substring(0, Math.min(4, digits.length())));
    int two = DateParts.fullYear(Integer.parseInt(digits.substring(0, 2)));
    return switch (digits.length()) {
      case 2 -> dashed ? Optional.of(DateParts.date(two, 1, 1)) : Optional.empty();
      case 4 ->
          Optional.of(
              dashed
                  ? DateParts.date(two, Integer.parseInt(digits.substring(2)), 1)
                  : DateParts.date(a, 1, 1));
      case 5 -> Optional.of(DateParts.date(two, 1, Integer.parseInt(digits.substring(2))));
      case 6 ->
          Optional.of(
              DateParts.date(
                  two,
                  Integer.parseInt(digits.substring(2, 4)),
                  Integer.parseInt(digits.substring(4))));
      case 7 -> Optional.of(DateParts.date(a, 1, Integer.parseInt(digits.substring(4))));
      case 8 ->
          Optional.of(
              DateParts.date(
                  a,
                  Integer.parseInt(digits.substring(4, 6)),
                  Integer.parseInt(digits.substring(6))));
      default -> Optional.empty();
    };
  }

  private static Optional<DateParts> timed(DateParts date, String rest, String whole) {
    String time = rest.strip();
    if (time.startsWith("t")) {
      time = time.substring(1).strip();
    }
    int home = whole.matches(".*[년오].*") ? KOREA : whole.matches(".*[年上下].*") ? CHINA : 0;
    if (time.isEmpty()) {
      return Optional.of(date.at(0, 0, 0, 0));
    }
    return ClockTime.read(time, home)
        .map(t -> date.at(t.hour(), t.minute(), t.second(), t.offset()));
  }

  /** The group as a number; what is left out of a date is its first. */
  private static int number(Matcher m, int group) {
    String text = m.group(group);
    return text == null ? 1 : Integer.parseInt(text);
  }
}
