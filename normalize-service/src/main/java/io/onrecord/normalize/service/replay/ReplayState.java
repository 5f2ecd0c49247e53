package io.onrecord.normalize.service.replay;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What is known of a replay; kept under its name in the replays topic.
 *
 * @param name of the replay
 * @param selection what is replayed
 * @param made when
 * @param normalizer the version that reads the pages
 * @param until for each partition of the pages topic, where the replay ends: what came later is
 *     live traffic
 * @param status how far it is
 * @param report the last comparison
 */
public record ReplayState(
    String name,
    Selection selection,
    Instant made,
    String normalizer,
    SortedMap<Integer, Long> until,
    Status status,
    Optional<DiffReport> report) {

  /** How far a replay is. */
  public enum Status {
    /** Pages are left to read; running it again goes on. */
    UNFINISHED,
    /** Every selected page is in the shadow or a dead letter beside it. */
    FINISHED,
    /** What differed was published. */
    PROMOTED
  }

  ReplayState with(Status now) {
    return new ReplayState(name, selection, made, normalizer, until, now, report);
  }

  ReplayState with(DiffReport latest) {
    return new ReplayState(name, selection, made, normalizer, until, status, Optional.of(latest));
  }
}
