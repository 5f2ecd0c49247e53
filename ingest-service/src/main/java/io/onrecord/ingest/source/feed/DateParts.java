package io.onrecord.ingest.source.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The numbers of a date. What is too large runs over into the next unit, as {@code 31 Jun} and
 * {@code 25:00} are meant, but only so far that it can be meant at all.
 *
 * @param offset minutes ahead of UTC
 */
record DateParts(int year, int month, int day, int hour, int minute, double second, int offset) {

  static DateParts date(int year, int month, int day) {
    return new DateParts(year, month, day, 0, 0, 0, 0);
  }

  DateParts at(int newHour, int newMinute, double newSecond, int newOffset) {
    return new DateParts(year, month, day, newHour, newMinute, newSecond, newOffset);
  }

  /** Two digits are of this century up to 89. */
  static int fullYear(int year) {
    return year >= 100 ? year : year < 90 ? 2000 + year : 1900 + year;
  }

  Optional<Instant> instant() {
    boolean sane =
        year > 0
            && year < 10_000
            && month >= 1
            && month <= 12
            && day >= 1
            && day <= 366
            && hour >= 0
            && hour < 48
            && minute >= 0
            && minute < 120
            && second >= 0
            && second < 120
            && Math.abs(offset) <= 24 * 60;
    if (!sane) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.of(year, month, 1)
              .plusDays(day - 1L)
              .atStartOfDay()
              .plusHours(hour)
              .plusMinutes(minute - (long) offset)
              .plusSeconds((long) second)
              .toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
