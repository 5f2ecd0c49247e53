package io.onrecord.index.writer;

import java.util.List;

/**
 * Changes that become visible together.
 *
 * @param changes in the order of the topic; of several to one document only the last counts
 * @param next where to read on when they are in the index
 */
public record Batch(List<Change> changes, Positions next) {
  public Batch {
    changes = List.copyOf(changes);
  }
}
