package io.onrecord.normalize.classify.talk;

import io.onrecord.normalize.cue.CueTable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sentence of a talk and the cues in it. They are looked for when somebody asks: of most talks
 * nobody does, since nothing in them could begin a sponsor read. Belongs to one thread.
 */
final class Utterance {
  private final int passage;
  private final int from;
  private final int to;
  private final String folded;
  private final boolean first;
  private final SponsorCues cues;
  private final boolean mayBegin;
  private @Nullable List<CueTable.Hit> hits;

  /**
   * A sentence.
   *
   * @param passage index into the talk's passages
   * @param from where it begins in the passage's text
   * @param to where it ends, white space after it included
   * @param folded the sentence, folded
   * @param first whether it is the first sentence of its passage
   * @param cues what is looked for in it
   * @param mayBegin whether it could have a cue with which a sponsor read begins
   */
  Utterance(
      int passage,
      int from,
      int to,
      String folded,
      boolean first,
      SponsorCues cues,
      boolean mayBegin) {
    this.passage = passage;
    this.from = from;
    this.to = to;
    this.folded = folded;
    this.first = first;
    this.cues = cues;
    this.mayBegin = mayBegin;
  }

  int passage() {
    return passage;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  String folded() {
    return folded;
  }

  /** Whether it is the first sentence of its passage. */
  boolean first() {
    return first;
  }

  /** The cues that occur in it. */
  List<CueTable.Hit> hits() {
    List<CueTable.Hit> known = hits;
    if (known == null) {
      known = spoken(folded, cues.all().find(folded));
      hits = known;
    }
    return known;
  }

  /** What stands in quotation marks is reported, not spoken: it is no evidence. */
  private static List<CueTable.Hit> spoken(String sentence, List<CueTable.Hit> hits) {
    if (hits.isEmpty() || sentence.indexOf('"') < 0) {
      return hits;
    }
    List<CueTable.Hit> spoken = new ArrayList<>();
    for (CueTable.Hit hit : hits) {
      int quotes = 0;
      for (int i = 0; i <= hit.from() && i < sentence.length(); i++) {
        quotes += sentence.charAt(i) == '"' ? 1 : 0;
      }
      if (quotes % 2 == 0 || sentence.indexOf('"', hit.from() + 1) < 0) {
        spoken.add(hit);
      }
    }
    return spoken;
  }

  boolean has(String role) {
    for (CueTable.Hit hit : hits()) {
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

  /** Whether a sponsor read may be around it. */
  boolean begins() {
    return mayBegin && !spoken(folded, cues.beginnings().find(folded)).isEmpty();
  }
}
