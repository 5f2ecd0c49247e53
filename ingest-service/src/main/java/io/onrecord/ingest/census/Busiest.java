package io.onrecord.ingest.census;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Metrics of the busiest hosts (or sources) of this instance, and of all others as {@code other}: a
 * label a host would be a series for each of a million. Who is shown is looked at anew now and
 * then, so that the numbers of one that comes in or drops out move between its own label and {@code
 * other}; all together never fall. Thread-safe.
 *
 * <pre>onrecord_ingest_host_fetches{host="a.example"} 1204.0</pre>
 */
public final class Busiest {
  private static final int SHOWN = 20;
  private static final int MOST = 10_000;
  private static final long EVERY_NANOS = 5_000_000_000L;
  private static final String OTHER = "other";

  private final String label;
  private final MultiGauge fetches;
  private final MultiGauge failures;
  private final MultiGauge pages;
  private final Map<String, Tally> tallies = new ConcurrentHashMap<>();
  private final Tally others = new Tally();
  private final AtomicLong shownAt = new AtomicLong(System.nanoTime() - EVERY_NANOS);

  /** Counts since the start. */
  private static final class Tally {
    private final LongAdder fetches = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final LongAdder pages = new LongAdder();

    void add(Tally other) {
      fetches.add(other.fetches.sum());
      failures.add(other.failures.sum());
      pages.add(other.pages.sum());
    }

    long asked() {
      return fetches.sum();
    }
  }

  /**
   * Nothing counted yet.
   *
   * @param label what is counted: {@code host}, {@code source}
   */
  public Busiest(MeterRegistry registry, String label) {
    this.label = label;
    this.fetches = gauge(registry, "fetches", "addresses asked");
    this.failures = gauge(registry, "failures", "answers that were refusals, errors or none");
    this.pages = gauge(registry, "pages", "pages published");
  }

  private MultiGauge gauge(MeterRegistry registry, String what, String description) {
    return MultiGauge.builder("onrecord.ingest.%s.%s".formatted(label, what))
        .description(description + " since the start, of the busiest; all others as 'other'")
        .register(registry);
  }

  /** It was asked for something. */
  public void asked(String who, boolean failed) {
    Tally tally = tally(who);
    tally.fetches.increment();
    if (failed) {
      tally.failures.increment();
    }
    showNowAndThen();
  }

  /** A page of it was published. */
  public void published(String who) {
    tally(who).pages.increment();
  }

  private Tally tally(String who) {
    if (tallies.size() >= MOST && !tallies.containsKey(who)) {
      forgetTheQuietHalf();
    }
    return tallies.computeIfAbsent(who, w -> new Tally());
  }

  /** Counts that are added to one who is being forgotten in this moment are lost; no more. */
  private synchronized void forgetTheQuietHalf() {
    if (tallies.size() < MOST) {
      return;
    }
    busiest(Tally::asked).skip(MOST / 2).toList().stream()
        .map(Map.Entry::getKey)
        .map(tallies::remove)
        .forEach(others::add);
  }

  private Stream<Map.Entry<String, Tally>> busiest(ToLongFunction<Tally> by) {
    record Counted(Map.Entry<String, Tally> entry, long count) {}
    return tallies.entrySet().stream()
        .map(entry -> new Counted(entry, by.applyAsLong(entry.getValue())))
        .sorted(
            Comparator.comparingLong(Counted::count)
                .reversed()
                .thenComparing(counted -> counted.entry().getKey()))
        .map(Counted::entry);
  }

  private void showNowAndThen() {
    long last = shownAt.get();
    long now = System.nanoTime();
    if (now - last >= EVERY_NANOS && shownAt.compareAndSet(last, now)) {
      show();
    }
  }

  /** Looks anew at who is shown. */
  synchronized void show() {
    List<Map.Entry<String, Tally>> all = busiest(Tally::asked).toList();
    List<Map.Entry<String, Tally>> shown = all.subList(0, Math.min(SHOWN, all.size()));
    List<Tally> rest =
        Stream.concat(
                Stream.of(others),
                all.subList(shown.size(), all.size()).stream().map(Map.Entry::getValue))
            .toList();
    register(fetches, shown, rest, tally -> tally.fetches);
    register(failures, shown, rest, tally -> tally.failures);
    register(pages, shown, rest, tally -> tally.pages);
  }

  private interface Part {
    LongAdder of(Tally tally);
  }

  private void register(
      MultiGauge gauge, List<Map.Entry<String, Tally>> shown, List<Tally> rest, Part part) {
    Stream<MultiGauge.Row<?>> named =
        shown.stream()
            .map(
                entry ->
                    MultiGauge.Row.of(
                        Tags.of(label, entry.getKey()),
                        part.of(entry.getValue()),
                        LongAdder::doubleValue));
    Stream<MultiGauge.Row<?>> other =
        Stream.of(
            MultiGauge.Row.of(
                Tags.of(label, OTHER),
                rest,
                all -> all.stream().mapToLong(tally -> part.of(tally).sum()).sum()));
    gauge.register(Stream.concat(named, other).toList(), true);
  }
}
