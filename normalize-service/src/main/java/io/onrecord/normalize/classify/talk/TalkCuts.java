package io.onrecord.normalize.classify.talk;

import io.onrecord.normalize.cue.CueTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds everything that is spoken in a talk and is no part of it. Thread-safe. */
public final class TalkCuts {
  private final SponsorCues sponsor = SponsorCues.load();
  private final CueTable frame = CueTable.load("frame");

  /** The cuts in a talk. */
  public List<Cut> find(List<Passage> passages) {
    Talk talk = new Talk(passages, sponsor);
    return cuts(talk, stretches(talk));
  }

  /**
   * The cuts in a talk and its translation.
   *
   * @param pairs for each passage of the talk the passage of the translation, or -1
   */
  public List<Cut> find(List<Passage> passages, List<Passage> translation, int[] pairs) {
    Talk talk = new Talk(passages, sponsor);
    Talk other = new Talk(translation, sponsor);
    List<Stretch> mine = stretches(talk);
    List<Stretch> theirs = stretches(other);
    List<Stretch> theirsCompleted = new Twin(talk, other, pairs).complete(mine, theirs);
    List<Stretch> mineCompleted =
        new Twin(other, talk, inverse(pairs, translation.size())).complete(theirs, mine);
    List<Cut> cuts = new ArrayList<>(cuts(talk, mineCompleted));
    cuts.addAll(cuts(other, theirsCompleted));
    return cuts;
  }

  private List<Stretch> stretches(Talk talk) {
    List<Stretch> all = new ArrayList<>();
    new ColdOpen(talk, frame).find().ifPresent(all::add);
    all.addAll(new SponsorReads(talk).find());
    all.addAll(new SignOff(talk, frame).find());
    return all;
  }

  private static int[] inverse(int[] pairs, int size) {
    int[] inverse = new int[size];
    Arrays.fill(inverse, -1);
    for (int i = 0; i < pairs.length; i++) {
      if (pairs[i] >= 0) {
        inverse[pairs[i]] = i;
      }
    }
    return inverse;
  }

  private static List<Cut> cuts(Talk talk, List<Stretch> stretches) {
    List<Cut> cuts = new ArrayList<>();
    for (Stretch s : stretches) {
      for (int i = s.first(); i <= s.last(); ) {
        int passage = talk.at(i).passage();
        int from = talk.at(i).from();
        int to = talk.at(i).to();
        while (i <= s.last() && talk.at(i).passage() == passage) {
          to = i == s.last() ? s.end() : talk.at(i).to();
          i++;
        }
        int block = talk.passages().get(passage).block();
        cuts.add(new Cut(block, from, to, s.category(), s.rule(), s.confidence()));
      }
    }
    return cuts;
  }
}
