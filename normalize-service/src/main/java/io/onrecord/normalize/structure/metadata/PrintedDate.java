package io.onrecord.normalize.structure.metadata;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as a page prints it: {@code 20 April 2024}, {@code Apr. 20, 2024}, {@code 2024年4月20日},
 * {@code 2024-04-20 08:15}, {@code 20.04.2024}. Dates that can be read two ways ({@code
 * 04/05/2024}) are not read.
 *
 * @param text as printed
 * @param iso ISO 8601
 */
record PrintedDate(String text, String iso) {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final String MONTH =
      "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
          + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
  private static final String TIME = "(?:[ T日]{0,3}(\\d{1,2}):(\\d{2})(?::\\d{2})?)?";
  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "(?<!\\d)((?:19|20)\\d{2})\\s?[-/.年]\\s?(\\d{1,2})\\s?[-/.月]\\s?(\\d{1,2})(?!\\d)日?"
              + TIME);
  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          "(?i)\\b" + MONTH + "\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+((?:19|20)\\d{2})\\b");
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(?i)\\b(\\d{1,2})(?:st|nd|rd|th)?\\.?\\s+(?:of\\s+)?"
              + MONTH
              + ",?\\s+((?:19|20)\\d{2})\\b");
  private static final Pattern DOTTED =
      Pattern.compile("(?<![\\d.])(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?((?:19|20)\\d{2})(?!\\d)");

  /** The first date in the text. */
  static Optional<PrintedDate> find(String text) {
    if (!hasYear(text)) {
      return Optional.empty();
    }
    Matcher m = YEAR_FIRST.matcher(text);
    if (m.find()) {
      Optional<String> day = day(m.group(1), number(m.group(2)), m.group(3));
      String time =
          m.group(4) != null && number(m.group(4)) < 24 && number(m.group(5)) < 60
              ? "T%02d:%s".formatted(number(m.group(4)), m.group(5))
              : "";
      return day.map(d -> new PrintedDate(m.group().strip(), d + time));
    }
    Matcher us = MONTH_FIRST.matcher(text);
    if (us.find()) {
      return day(us.group(3), month(us.group(1)), us.group(2))
          .map(d -> new PrintedDate(us.group(), d));
    }
    Matcher uk = DAY_FIRST.matcher(text);
    if (uk.find()) {
      return day(uk.group(3), month(uk.group(2)), uk.group(1))
          .map(d -> new PrintedDate(uk.group(), d));
    }
    Matcher dotted = DOTTED.matcher(text);
    return dotted.find()
        ? day(dotted.group(3), number(dotted.group(2)), dotted.group(1))
            .map(d -> new PrintedDate(dotted.group(), d))
        : Optional.empty();
  }

  /** Whether any four digits could be a year, which every form has. */
  private static boolean hasYear(String text) {
    for (int i = 0; i + 3 < text.length(); i++) {
      char first = text.charAt(i);
      if ((first == '2' && text.charAt(i + 1) == '0' || first == '1' && text.charAt(i + 1) == '9')
          && isDigit(text.charAt(i + 2))
          && isDigit(text.charAt(i + 3))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static Optional<String> day(String year, int month, String day) {
    try {
      return Optional.of(LocalDate.of(number(year), month, number(day)).toString());
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static int month(String name) {
    return MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
