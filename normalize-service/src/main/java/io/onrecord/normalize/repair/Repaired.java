package io.onrecord.normalize.repair;

import io.onrecord.document.Repair;
import io.onrecord.normalize.parse.Parsed;
import java.util.List;

/**
 * A page whose text is as it was written.
 *
 * @param page the same blocks, repaired
 * @param repairs every change that was made, one entry a kind
 */
public record Repaired(Parsed page, List<Repair> repairs) {
  public Repaired {
    repairs = List.copyOf(repairs);
  }
}
