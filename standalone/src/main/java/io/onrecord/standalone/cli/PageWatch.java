package io.onrecord.standalone.cli;

import io.onrecord.ingest.IngestResult;
import io.onrecord.standalone.Addresses;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Follows pages that were taken in until each has its document in the index, made of the very bytes
 * that were taken in, or is a dead letter. It asks the system as any client would.
 */
final class PageWatch implements AutoCloseable {
  private static final int LOOK_AHEAD = 20;
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final Api search;
  private final DeadLetterKeys deadLetters;
  private final Duration patience;

  /**
   * Watches a system.
   *
   * @param patience how long nothing may move before it is given up
   */
  PageWatch(Addresses addresses, Duration patience) {
    this.search = new Api(URI.create(addresses.search()));
    this.deadLetters = new DeadLetterKeys(addresses.kafka());
    this.patience = patience;
  }

  /**
   * What was seen.
   *
   * @param found ids of documents that can be found
   * @param dead ids of pages that are dead letters
   */
  record Seen(Set<String> found, Set<String> dead) {}

  /** A page and the bytes that its document is to be made of. */
  private record Wanted(String id, String body) {}

  /**
   * Returns when every page is found or dead.
   *
   * @param progress told how many are settled
   * @throws CommandFailedException when nothing has moved for too long
   */
  Seen await(List<IngestResult> kept, Consumer<Integer> progress) throws IOException {
    Deque<Wanted> pending = new ArrayDeque<>(wanted(kept));
    Seen seen = new Seen(new HashSet<>(), new HashSet<>());
    int all = pending.size();
    long moved = System.nanoTime();
    while (!pending.isEmpty()) {
      int before = pending.size();
      Map<String, String> dead = deadLetters.read();
      look(pending, dead, seen);
      progress.accept(all - pending.size());
      if (pending.size() < before) {
        moved = System.nanoTime();
      } else if (System.nanoTime() - moved > patience.toNanos()) {
        throw stuck(pending.size(), all);
      } else {
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
    return seen;
  }

  private static Collection<Wanted> wanted(List<IngestResult> kept) {
    Map<String, Wanted> byId = new LinkedHashMap<>();
    for (IngestResult result : kept) {
      switch (result) {
        case IngestResult.Published p -> byId.put(p.id(), new Wanted(p.id(), p.body()));
        case IngestResult.Unchanged u -> byId.put(u.id(), new Wanted(u.id(), u.body()));
        case IngestResult.Followed followed ->
            throw new IllegalArgumentException(followed.message());
        case IngestResult.Refused refused -> throw new IllegalArgumentException(refused.message());
        case IngestResult.Failed failed -> throw new IllegalArgumentException(failed.message());
      }
    }
    return byId.values();
  }

  /** Settles what can be settled, from the front; stops when many in a row are not there yet. */
  private void look(Deque<Wanted> pending, Map<String, String> dead, Seen seen) throws IOException {
    List<Wanted> missing = new ArrayList<>();
    while (!pending.isEmpty() && missing.size() < LOOK_AHEAD) {
      Wanted page = pending.remove();
      if (page.body().equals(dead.get(page.id()))) {
        seen.dead().add(page.id());
      } else if (isFound(page)) {
        seen.found().add(page.id());
      } else {
        missing.add(page);
      }
    }
    missing.reversed().forEach(pending::addFirst);
  }

  private boolean isFound(Wanted page) throws IOException {
    Api.Answer answer = search.get("/api/documents/" + page.id());
    return answer.isGood()
        && page.body().equals(answer.json().path("provenance").path("body").asString(""));
  }

  private CommandFailedException stuck(int missing, int all) throws IOException {
    Api.Answer ready = search.get("/readyz");
    return new CommandFailedException(
        "%d of %d pages are not indexed, and nothing has moved for %d s; the index says: %s"
            .formatted(
                missing,
                all,
                TimeUnit.NANOSECONDS.toSeconds(patience.toNanos()),
                ready.text().strip().replace("\n", ", ")));
  }

  @Override
  public void close() {
    search.close();
    deadLetters.close();
  }
}
