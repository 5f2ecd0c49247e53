package io.onrecord.ingest.fetch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Headers that say when to come again and what may be done with a page.
 *
 * @param fresh how long the answer is good for ({@code Cache-Control}, {@code Expires})
 * @param robots the values of {@code X-Robots-Tag}
 * @param links the values of {@code Link}
 * @param rights {@code tdm-reservation}, {@code tdm-policy}, {@code content-signal}, {@code
 *     content-usage}, as {@code name: value}
 */
public record ResponseHeaders(
    Optional<Duration> fresh, List<String> robots, List<String> links, List<String> rights) {
  /** Nothing said. */
  public static final ResponseHeaders NONE =
      new ResponseHeaders(Optional.empty(), List.of(), List.of(), List.of());

  private static final List<String> RIGHTS =
      List.of("tdm-reservation", "tdm-policy", "content-signal", "content-usage");
  private static final Pattern MAX_AGE =
      Pattern.compile("(?:^|[\\s,])max-age\\s*=\\s*\"?(\\d{1,9})");
  private static final int MOST = 20;

  public ResponseHeaders {
    robots = List.copyOf(robots);
    links = List.copyOf(links);
    rights = List.copyOf(rights);
  }

  /** Reads them; {@code values} gives all values of a header. */
  public static ResponseHeaders read(Function<String, List<String>> values) {
    List<String> rights =
        RIGHTS.stream()
            .flatMap(name -> values.apply(name).stream().map(value -> name + ": " + value.strip()))
            .limit(MOST)
            .toList();
    return new ResponseHeaders(
        fresh(values),
        values.apply("X-Robots-Tag").stream().limit(MOST).toList(),
        values.apply("Link").stream().limit(MOST).toList(),
        rights);
  }

  private static Optional<Duration> fresh(Function<String, List<String>> values) {
    String control = String.join(",", values.apply("Cache-Control")).toLowerCase(Locale.ROOT);
    if (control.contains("no-cache") || control.contains("no-store")) {
      return Optional.empty();
    }
    Matcher age = MAX_AGE.matcher(control);
    if (age.find()) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(age.group(1))));
    }
    Optional<Instant> expires =
        values.apply("Expires").stream().findFirst().flatMap(HttpDate::read);
    Optional<Instant> date = values.apply("Date").stream().findFirst().flatMap(HttpDate::read);
    return expires.flatMap(
        until -> date.map(from -> Duration.between(from, until)).filter(d -> !d.isNegative()));
  }

  /** {@code Retry-After}: seconds, or a date against the server's own. */
  static Optional<Duration> retryAfter(Function<String, List<String>> values) {
    Optional<String> value = values.apply("Retry-After").stream().findFirst().map(String::strip);
    if (value.isPresent() && value.get().matches("\\d{1,9}")) {
      return value.map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
    }
    Optional<Instant> date = values.apply("Date").stream().findFirst().flatMap(HttpDate::read);
    return value
        .flatMap(HttpDate::read)
        .flatMap(until -> date.map(from -> Duration.between(from, until)))
        .filter(wait -> !wait.isNegative());
  }

  /** HTTP's preferred form of dates; the two obsolete ones say nothing here. */
  private static final class HttpDate {
    static Optional<Instant> read(String text) {
      try {
        return Optional.of(
            ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    }
  }
}
