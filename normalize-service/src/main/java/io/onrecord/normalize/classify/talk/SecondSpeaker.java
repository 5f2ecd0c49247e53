package io.onrecord.normalize.classify.talk;

import io.onrecord.document.BlockType;
import io.onrecord.normalize.classify.Judged;
import io.onrecord.normalize.classify.Labelled;
import io.onrecord.normalize.parse.RawBlock;
import io.onrecord.normalize.speech.Label;
import io.onrecord.normalize.speech.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two speakers in one paragraph become two paragraphs: {@code Ada: I did. Ben: And then?} is split
 * before {@code Ben:}, provided that Ben has paragraphs of his own elsewhere.
 */
final class SecondSpeaker {
  private static final int MOST = 40;

  private SecondSpeaker() {}

  static Labelled split(Labelled page) {
    Labels labels = page.labels();
    if (labels.count() == 0) {
      return page;
    }
    List<Judged> blocks = page.blocks();
    List<Judged> split = new ArrayList<>(blocks.size());
    for (Judged judged : blocks) {
      boolean paragraph = judged.kept() && judged.block().type() != BlockType.CODE;
      if (paragraph) {
        split(judged, labels, split);
      } else {
        split.add(judged);
      }
    }
    return new Labelled(split, labels).read();
  }

  private static void split(Judged judged, Labels labels, List<Judged> out) {
    RawBlock rest = judged.block();
    int from = labels.at(rest).map(Label::body).orElse(0);
    for (int i = 0; i < MOST; i++) {
      Optional<Label> second = labels.inside(rest.text(), from);
      if (second.isEmpty()) {
        break;
      }
      String before = rest.text().substring(0, second.get().from()).strip();
      if (before.isEmpty()) {
        break;
      }
      out.add(
          new Judged(
              rest.withText(before, before.startsWith(rest.lead()) ? rest.lead() : ""),
              judged.verdict()));
      from = second.get().body() - second.get().from();
      rest = rest.withText(rest.text().substring(second.get().from()).strip(), "");
    }
    out.add(new Judged(rest, judged.verdict()));
  }
}
