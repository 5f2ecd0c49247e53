package io.onrecord.ingest.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.ingest.url.CanonicalUrl;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CalendarsTest {
  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "https://example.org/calendar/2031/05, true",
    "https://example.org/calendar/1990/05/, true",
    "https://example.org/en/calendar/month/2026-04, true",
    "https://example.org/calendar?month=5&year=1990, true",
    "https://example.org/events?date=2029-01-01, true",
    "https://example.org/events?year=2029&x=1, true",
    "https://example.org/2031/01/talk, true",
    "https://example.org/2027/03/talk, false",
    "https://example.org/2026/03/a-talk-on-looms, false",
    "https://example.org/calendar/a-talk-on-looms, false",
    "https://example.org/calendar, false",
    "https://example.org/calendar-girls?date=2020-01-01, false",
    "https://example.org/talk-2050-and-after, false",
    "https://calendar.example.org/talk/7, false",
    "https://example.org/item/4000/12345, false"
  })
  void aCalendarIsKnownByItsNameOrItsDate(String url, boolean isCalendar) {
    assertThat(Calendars.isCalendar(CanonicalUrl.of(url), NOW)).isEqualTo(isCalendar);
  }
}
