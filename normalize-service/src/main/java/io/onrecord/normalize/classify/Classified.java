package io.onrecord.normalize.classify;

import io.onrecord.normalize.repair.Repaired;
import java.util.List;

/**
 * A page on which every block is either kept or removed for a reason.
 *
 * @param repaired the page before
 * @param blocks its blocks in order; a block that is part content and part not is split
 */
public record Classified(Repaired repaired, List<Judged> blocks) {
  public Classified {
    blocks = List.copyOf(blocks);
  }
}
