package io.onrecord.ingest.follow;

import io.onrecord.ingest.url.CanonicalUrl;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Pages of a calendar: a site makes up one for every month that is asked for, and none of them is
 * coverage of anything. {@code /calendar/2031/05} and {@code /calendar?month=5&year=1990} are
 * calendars by their name; whatever bears a date more than a year ahead is one by that.
 */
final class Calendars {
  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)^[a-z]+://[^/]+/(?:[^?]*/)?(?:calendar|kalender|calendrier|calendario)"
              + "(?:/[0-9][0-9/._-]*|/(?:day|week|month|year)(?:/[0-9/._-]*)?)?/?"
              + "(?:\\?(?:[^#]*&)?(?:date|day|week|month|year|start|end|view)=.*)?");

  private static final Pattern PLAIN =
      Pattern.compile("(?i)^[a-z]+://[^/]+/(?:[^?]*/)?[a-z]+/?(?![?/])");

  private static final Pattern MONTH =
      Pattern.compile("(?<!\\d)(2\\d{3})[-/](0?[1-9]|1[0-2])(?!\\d)");

  private static final Pattern YEAR = Pattern.compile("[?&]year=(2\\d{3})(?!\\d)");

  private Calendars() {}

  static boolean isCalendar(CanonicalUrl url, Instant now) {
    String text = url.value();
    boolean isNamed = NAMED.matcher(text).matches() && !PLAIN.matcher(text).matches();
    return isNamed || isAhead(text.substring(text.indexOf(url.host())), now);
  }

  private static boolean isAhead(String text, Instant now) {
    YearMonth latest = YearMonth.from(now.atZone(ZoneOffset.UTC)).plusYears(1);
    Matcher month = MONTH.matcher(text);
    while (month.find()) {
      int year = Integer.parseInt(month.group(1));
      if (YearMonth.of(year, Integer.parseInt(month.group(2))).isAfter(latest)) {
        return true;
      }
    }
    Matcher year = YEAR.matcher(text);
    return year.find() && Integer.parseInt(year.group(1)) > latest.getYear();
  }
}
