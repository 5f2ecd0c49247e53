package io.onrecord.index.rebuild;

import io.onrecord.index.writer.NextIndex;
import io.onrecord.index.writer.Positions;
import io.onrecord.index.writer.RebuildableIndex;
import io.onrecord.loop.TopicScan;
import io.onrecord.settings.CoreSettings;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rebuilds the live index, or brings the previous one back; one work at a time. */
public final class IndexRebuild implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(IndexRebuild.class);

  /** Tombstones are kept for 7 days; an index that missed one of them must not come back. */
  private static final Duration OLDEST = Duration.ofDays(6);

  /** So often the swap waits for a moment in which both stand at the same place. */
  private static final int PATIENT_TRIES = 40;

  private final CoreSettings core;
  private final RebuildableIndex live;
  private final AtomicBoolean busy = new AtomicBoolean();
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          task -> Thread.ofPlatform().name("index-rebuild").daemon().unstarted(task));
  private volatile Stand stand = new Stand("idle", "", 0, 0, 0, 0, Optional.empty());

  private record Stand(
      String state,
      String work,
      long read,
      long all,
      long documents,
      long pauseMillis,
      Optional<String> problem) {}

  public IndexRebuild(CoreSettings core, RebuildableIndex live) {
    this.core = core;
    this.live = live;
  }

  /** Starts to rebuild; false when something is under way. */
  public boolean rebuild() {
    return start("rebuild", this::build);
  }

  /**
   * Starts to bring the previous index back; false when something is under way.
   *
   * @throws IllegalStateException when there is none, or it has missed too much
   */
  public boolean rollback() throws IOException {
    String previous =
        live.previousName()
            .orElseThrow(
                () -> new IllegalStateException("there is no previous index; rebuild instead"));
    Instant written = live.lastWritten(previous);
    if (written.isBefore(Clock.systemUTC().instant().minus(OLDEST))) {
      throw new IllegalStateException(
          "the previous index was last written %s and may have missed deletions; rebuild instead"
              .formatted(written));
    }
    return start("rollback", () -> bringBack(previous));
  }

  /** How it stands. */
  public RebuildStatus status() throws IOException {
    Stand now = stand;
    return new RebuildStatus(
        live.liveName(),
        live.previousName(),
        now.state(),
        now.work(),
        now.read(),
        now.all(),
        now.documents(),
        now.pauseMillis(),
        now.problem());
  }

  private interface Work {
    void run() throws IOException;
  }

  private boolean start(String name, Work work) {
    if (!busy.compareAndSet(false, true)) {
      return false;
    }
    stand = new Stand("running", name, 0, 0, 0, 0, Optional.empty());
    worker.execute(
        () -> {
          try {
            work.run();
          } catch (IOException | RuntimeException e) {
            LOG.atError().addKeyValue("work", name).setCause(e).log("index.rebuild-failed");
            stand =
                new Stand("failed", name, 0, 0, 0, 0, Optional.of(String.valueOf(e.getMessage())));
          } finally {
            busy.set(false);
          }
        });
    return true;
  }

  private void build() throws IOException {
    live.prune();
    try (TopicScan scan = TopicScan.committed(core)) {
      try (NextIndex fresh = live.fresh()) {
        TopicTruth truth = new TopicTruth();
        IndexFiller filler = filler(scan, fresh, "rebuild");
        Positions end = filler.ends();
        stand = new Stand("running", "rebuild", 0, filler.offsets(end), 0, 0, Optional.empty());
        filler.fill(end, truth);
        Optional<String> difference = truth.difference(fresh);
        if (difference.isPresent()) {
          throw new IOException("the new index is not taken: " + difference.get());
        }
        Duration pause = swap(fresh, filler, truth);
        done("rebuild", truth.documents(), pause);
      } finally {
        live.prune();
      }
    }
  }

  private void bringBack(String previous) throws IOException {
    try (TopicScan scan = TopicScan.committed(core);
        NextIndex index = live.reopen(previous)) {
      IndexFiller filler = filler(scan, index, "rollback");
      filler.fill(filler.ends(), new TopicTruth());
      Duration pause = swap(index, filler, new TopicTruth());
      done("rollback", live.documents(), pause);
    }
  }

  private IndexFiller filler(TopicScan scan, NextIndex index, String work) {
    return new IndexFiller(
        core.topics().names().documents(),
        scan,
        index,
        read -> stand = new Stand("running", work, read, stand.all(), 0, 0, Optional.empty()));
  }

  private Duration swap(NextIndex next, IndexFiller filler, TopicTruth truth) throws IOException {
    for (int i = 0; i < PATIENT_TRIES; i++) {
      filler.fill(live.positions(), truth);
      Duration pause = live.replace(next, until -> filler.fill(until, truth), true);
      if (!pause.isZero()) {
        return pause;
      }
    }
    return live.replace(next, until -> filler.fill(until, truth), false);
  }

  private void done(String work, long documents, Duration pause) {
    stand =
        new Stand(
            "done", work, stand.read(), stand.all(), documents, pause.toMillis(), Optional.empty());
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }
}
