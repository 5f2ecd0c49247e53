package io.onrecord.normalize.classify;

import io.onrecord.normalize.repair.Repaired;
import io.onrecord.normalize.speech.Labels;
import java.util.List;

/**
 * A page on which every block is either kept or removed for a reason.
 *
 * @param repaired the page before
 * @param blocks its blocks in order; a block that is part content and part not is split
 * @param labels of the kept blocks
 */
public record Classified(Repaired repaired, List<Judged> blocks, Labels labels) {
  public Classified {
    blocks = List.copyOf(blocks);
  }
}
