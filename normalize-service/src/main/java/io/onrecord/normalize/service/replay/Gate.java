package io.onrecord.normalize.service.replay;

import java.util.Optional;

/**
 * When a promotion is refused.
 *
 * @param mostLost documents that may lose their text
 * @param mostFailedShare of all documents that may fail, 0 to 1
 */
public record Gate(long mostLost, double mostFailedShare) {
  /** No document lost, at most one in a hundred failed. */
  public static final Gate DEFAULT = new Gate(0, 0.01);

  /** Why this report does not pass; empty when it does. */
  public Optional<String> refusal(DiffReport report) {
    DiffReport.Counts counts = report.counts();
    if (counts.lost() > mostLost) {
      return Optional.of(
          "%d documents would be lost and at most %d may be".formatted(counts.lost(), mostLost));
    }
    double share = counts.all() == 0 ? 0 : (double) counts.failed() / counts.all();
    if (share > mostFailedShare) {
      return Optional.of(
          "%d of %d documents failed (%.1f %%) and at most %.1f %% may"
              .formatted(counts.failed(), counts.all(), share * 100, mostFailedShare * 100));
    }
    return Optional.empty();
  }
}
