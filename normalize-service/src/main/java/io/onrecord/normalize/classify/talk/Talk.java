package io.onrecord.normalize.classify.talk;

import io.onrecord.normalize.text.Fold;
import io.onrecord.normalize.text.Sentences;
import java.util.ArrayList;
import java.util.List;

/** The paragraphs of a talk in one language as one run of sentences. */
final class Talk {
  private final List<Passage> passages;
  private final List<Utterance> utterances = new ArrayList<>();
  private final int[] firsts;

  Talk(List<Passage> passages, SponsorCues cues) {
    this.passages = List.copyOf(passages);
    this.firsts = new int[passages.size()];
    for (int p = 0; p < passages.size(); p++) {
      firsts[p] = utterances.size();
      add(p, cues);
    }
  }

  private void add(int index, SponsorCues cues) {
    Passage passage = passages.get(index);
    String body = passage.text().substring(passage.body());
    String folded = Fold.fold(body);
    boolean mayBegin = cues.beginnings().mayOccurIn(folded);
    boolean first = true;
    for (Sentences.Span span : Sentences.of(body)) {
      String sentence = folded.substring(span.from(), span.to());
      utterances.add(
          new Utterance(
              index,
              passage.body() + span.from(),
              passage.body() + span.to(),
              sentence,
              first,
              cues,
              mayBegin && cues.beginnings().mayOccurIn(sentence)));
      first = false;
    }
  }

  int size() {
    return utterances.size();
  }

  Utterance at(int i) {
    return utterances.get(i);
  }

  Passage passage(int utterance) {
    return passages.get(utterances.get(utterance).passage());
  }

  List<Passage> passages() {
    return passages;
  }

  /** The first sentence of a passage. */
  int firstOf(int passage) {
    return firsts[passage];
  }

  /** The sentence as it stands on the page. */
  String text(int i) {
    Utterance u = utterances.get(i);
    return passages.get(u.passage()).text().substring(u.from(), u.to());
  }

  /** Whether another speaker is printed at the start of the sentence's passage. */
  boolean changesSpeaker(int i) {
    Utterance u = utterances.get(i);
    if (i == 0 || !u.first()) {
      return false;
    }
    String now = passage(i).speaker();
    return !now.isEmpty() && !now.equals(speakerBefore(i));
  }

  private String speakerBefore(int i) {
    for (int p = utterances.get(i).passage() - 1; p >= 0; p--) {
      if (!passages.get(p).speaker().isEmpty()) {
        return passages.get(p).speaker();
      }
    }
    return "";
  }
}
