package io.onrecord.index.writer;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The days that a date of any precision may mean: {@code 2024-04} is all of April.
 *
 * @param first the earliest
 * @param last the latest, included
 */
public record Days(LocalDate first, LocalDate last) {
  private static final Pattern DATE =
      Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2})(?:[T ].*)?)?)?");

  /** Reads {@code 2024}, {@code 2024-04}, {@code 2024-04-20} or a full ISO 8601 time. */
  public static Optional<Days> of(String date) {
    Matcher parts = DATE.matcher(date.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      int year = Integer.parseInt(parts.group(1));
      if (parts.group(2) == null) {
        return Optional.of(new Days(Year.of(year).atDay(1), Year.of(year).atMonth(12).atDay(31)));
      }
      YearMonth month = YearMonth.of(year, Integer.parseInt(parts.group(2)));
      if (parts.group(3) == null) {
        return Optional.of(new Days(month.atDay(1), month.atEndOfMonth()));
      }
      LocalDate day = month.atDay(Integer.parseInt(parts.group(3)));
      return Optional.of(new Days(day, day));
    } catch (DateTimeException e) {
      return Optional.empty(); // the 31st of February is no date; the caller says so
    }
  }
}
