package io.onrecord.standalone.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Moments as a person types them. */
final class Moment {
  private static final Pattern AGO = Pattern.compile("(\\d{1,6})([smhd])");

  private Moment() {}

  /** {@code 2026-01-31} (its beginning in UTC), a full time, or {@code 2h} for two hours ago. */
  static Instant of(String typed) {
    Matcher ago = AGO.matcher(typed);
    if (ago.matches()) {
      String iso = ago.group(2).equals("d") ? "P%sD" : "PT%s" + ago.group(2);
      return Instant.now().minus(Duration.parse(iso.formatted(ago.group(1))));
    }
    try {
      return typed.length() == "2026-01-31".length()
          ? LocalDate.parse(typed).atStartOfDay(ZoneOffset.UTC).toInstant()
          : Instant.parse(typed);
    } catch (DateTimeException e) {
      throw new CommandFailedException(
          "'%s' is no time; give 2026-01-31, 2026-01-31T08:00:00Z, or 30m, 2h, 7d for ago"
              .formatted(typed),
          e);
    }
  }
}
