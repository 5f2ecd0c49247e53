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
  /**
   * Somebody came too soon.
   *
   * @param told when he, or another, was told to wait
   */
  record Early(String url, long told, long came) {}

  private final FastClock clock;
  private final Duration pause;
  private final boolean dated;
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicLong told = new AtomicLong(Long.MIN_VALUE);
  private final Queue<Early> early = new ConcurrentLinkedQueue<>();

  TooManyRequests(String label, FastClock clock, Duration pause, boolean dated) {
    super(label, List.of("/a", "/b", "/c"), List.of());
    this.clock = clock;
    this.pause = pause;
    this.dated = dated;
  }

  @Override
  public void answer(Wire wire) throws IOException {
    long now = System.nanoTime();
    if (now < told.get() + clock.real(pause).toNanos()) {
      early.add(new Early(label() + wire.path(), told.get(), now));
    }
    if (asked.incrementAndGet() % 3 == 0 && !wire.path().equals("/robots.txt")) {
      if (wire.hasHungUp()) {
        wire.close();
        return;
      }
      told.set(System.nanoTime());
      Instant then = clock.instant();
      String wait = dated ? date(then.plus(pause)) : Long.toString(pause.toSeconds());
      wire.send(429, Map.of("Retry-After", wait, "Date", date(then)), new byte[0]);
    } else {
      super.answer(wire);
    }
  }

  private static String date(Instant at) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.ofInstant(at, ZoneOffset.UTC));
  }

  /** What was asked before the time that it had asked for was over. */
  List<Early> early() {
    return List.copyOf(early);
  }

  @Override
  void bad(Wire wire) throws IOException {
    wire.missing();
  }
}
