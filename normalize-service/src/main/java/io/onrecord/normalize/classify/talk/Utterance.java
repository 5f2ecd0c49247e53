package io.onrecord.normalize.classify.talk;

import io.onrecord.normalize.cue.CueTable;
import java.util.List;

/**
 * A sentence of a talk and the cues in it.
 *
 * @param passage index into the talk's passages
 * @param from where it begins in the passage's text
 * @param to where it ends, white space after it included
 * @param folded the sentence, folded
 * @param hits the cues that occur in it
 * @param first whether it is the first sentence of its passage
 */
record Utterance(
    int passage, int from, int to, String folded, List<CueTable.Hit> hits, boolean first) {

  boolean has(String role) {
    for (CueTable.Hit hit : hits) {
      if (hit.cue().role().equals(role)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it says that somebody pays for the programme, or announces it. */
  boolean anchors() {
    return has("sponsor") || has("label");
  }
}
