package io.onrecord.ingest.hostileweb;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Answers 429 every third time, with Retry-After in seconds or as a date, and remembers whether
 * somebody came before that time was over.
 */
final class TooManyRequests extends FixedSite {
  private static final Duration ASKED = Duration.ofSeconds(40);
  private final FastClock clock;
  private final boolean dated;
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicLong quietUntil = new AtomicLong();
  private final Queue<String> early = new ConcurrentLinkedQueue<>();

  TooManyRequests(String label, FastClock clock, boolean dated) {
    super(label, List.of("/a", "/b", "/c"), List.of());
    this.clock = clock;
    this.dated = dated;
  }

  @Override
  public void answer(Wire wire) throws IOException {
    if (System.nanoTime() < quietUntil.get()) {
      early.add(label() + wire.path());
    }
    if (asked.incrementAndGet() % 3 == 0 && !wire.path().equals("/robots.txt")) {
      quietUntil.set(System.nanoTime() + clock.real(ASKED).toNanos());
      Instant now = clock.instant();
      String wait = dated ? date(now.plus(ASKED)) : Long.toString(ASKED.toSeconds());
      wire.send(429, Map.of("Retry-After", wait, "Date", date(now)), new byte[0]);
    } else {
      super.answer(wire);
    }
  }

  private static String date(Instant at) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.ofInstant(at, ZoneOffset.UTC));
  }

  /** What was asked before the time that it had asked for was over. */
  List<String> early() {
    return List.copyOf(early);
  }

  @Override
  void bad(Wire wire) throws IOException {
    wire.missing();
  }
}
