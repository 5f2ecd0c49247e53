package io.onrecord.ingest.frontier;

import io.onrecord.ingest.url.CanonicalUrl;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiConsumer;

/**
 * The state topic in memory: the last state of every page, packed ({@link PackedState}), a few
 * hundred bytes each. Thread-safe.
 *
 * <p>Two tell it: the publisher what it has just committed, the follower what it reads. The
 * follower is later and may read an older state than the one that is known; places in the topic
 * decide.
 */
public final class KnownPages {
  private final ConcurrentSkipListMap<String, Entry> entries = new ConcurrentSkipListMap<>();

  private record Entry(byte[] packed, int partition, long offset) {
    FetchState state() {
      return PackedState.unpack(packed);
    }

    boolean isBehind(int otherPartition, long otherOffset) {
      return partition != otherPartition || offset < otherOffset;
    }
  }

  /** A page and its state. */
  public record Known(String url, FetchState state) {}

  /** The last state of a page. */
  public Optional<FetchState> find(CanonicalUrl url) {
    return Optional.ofNullable(entries.get(url.value())).map(Entry::state);
  }

  /** How many pages are known. */
  public int size() {
    return entries.size();
  }

  /** Pages in the order of their URLs, from behind this one; empty text starts at the first. */
  public List<Known> after(String url, int most) {
    return entries.tailMap(url, false).entrySet().stream()
        .limit(most)
        .map(entry -> new Known(entry.getKey(), entry.getValue().state()))
        .toList();
  }

  /** Everything that is known, in the order of the URLs; states are unpacked one at a time. */
  public void forEach(BiConsumer<String, FetchState> action) {
    entries.forEach((url, entry) -> action.accept(url, entry.state()));
  }

  /** Takes note of a state that stands at this place of the topic, unless a later one is known. */
  public void put(String url, FetchState state, int partition, long offset) {
    entries.merge(
        url,
        new Entry(PackedState.pack(state), partition, offset),
        (old, now) -> old.isBehind(partition, offset) ? now : old);
  }

  /** Whether the state at this place, or a later one, is known. */
  boolean knows(String url, int partition, long offset) {
    Entry entry = entries.get(url);
    return entry != null && !entry.isBehind(partition, offset);
  }

  void remove(String url, int partition, long offset) {
    entries.computeIfPresent(url, (unused, old) -> old.isBehind(partition, offset) ? null : old);
  }
}
