package io.onrecord.normalize.classify.talk;

import io.onrecord.document.BlockType;
import io.onrecord.normalize.bilingual.Translations;
import io.onrecord.normalize.classify.Judged;
import io.onrecord.normalize.classify.Labelled;
import io.onrecord.normalize.classify.Verdict;
import io.onrecord.normalize.parse.RawBlock;
import io.onrecord.normalize.speech.Label;
import io.onrecord.normalize.speech.Labels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Takes sponsor reads, teasers and sign-offs out of the kept blocks of a page, whatever its format:
 * a block that is part content and part not is split at the sentence. Thread-safe.
 */
public final class TalkBlocks {
  private final TalkCuts talk = new TalkCuts();

  /** The same blocks with what is no part of the talk removed. */
  public Labelled judge(Labelled judgedBefore) {
    Labelled page = SecondSpeaker.split(judgedBefore.read());
    List<Judged> blocks = page.blocks();
    List<Cut> cuts = find(blocks, page.labels());
    if (cuts.isEmpty()) {
      return page;
    }
    List<List<Cut>> byBlock = new ArrayList<>();
    blocks.forEach(b -> byBlock.add(new ArrayList<>()));
    cuts.forEach(cut -> byBlock.get(cut.block()).add(cut));
    List<Judged> judged = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      if (byBlock.get(i).isEmpty()) {
        judged.add(blocks.get(i));
      } else {
        split(blocks.get(i), byBlock.get(i), judged);
      }
    }
    return new Labelled(judged, page.labels()).read();
  }

  private List<Cut> find(List<Judged> blocks, Labels labels) {
    List<RawBlock> raw = blocks.stream().filter(Judged::kept).map(Judged::block).toList();
    Translations translations = Translations.among(raw.stream().map(RawBlock::text).toList());
    List<Passage> originals = new ArrayList<>();
    List<Passage> others = new ArrayList<>();
    List<Integer> pairs = new ArrayList<>();
    int[] place = new int[raw.size()];
    Arrays.fill(place, -1);
    int kept = 0;
    for (int i = 0; i < blocks.size(); i++) {
      if (!blocks.get(i).kept()) {
        continue;
      }
      int index = kept++;
      Optional<Passage> passage = passage(blocks.get(i).block(), i, labels);
      if (passage.isEmpty()) {
        continue;
      }
      int original = translations.originalOf(index).orElse(-1);
      if (original >= 0 && place[original] >= 0) {
        pairs.set(place[original], others.size());
        others.add(passage.get());
      } else {
        place[index] = originals.size();
        originals.add(passage.get());
        pairs.add(-1);
      }
    }
    return others.isEmpty()
        ? talk.find(originals)
        : talk.find(originals, others, pairs.stream().mapToInt(Integer::intValue).toArray());
  }

  private static Optional<Passage> passage(RawBlock block, int index, Labels labels) {
    boolean spoken =
        block.type() != BlockType.HEADING
            && block.type() != BlockType.CODE
            && block.type() != BlockType.TABLE;
    Optional<Label> label = labels.at(block);
    int body = label.map(Label::body).orElse(0);
    if (!spoken || block.text().substring(body).isBlank()) {
      return Optional.empty();
    }
    return Optional.of(
        new Passage(index, block.text(), body, label.map(l -> Labels.key(l.printed())).orElse("")));
  }

  /** A label whose words are all gone goes with them; otherwise it stays with what remains. */
  private static void split(Judged judged, List<Cut> cuts, List<Judged> out) {
    RawBlock block = judged.block();
    String text = block.text();
    List<Cut> ordered = cuts.stream().sorted(Comparator.comparingInt(Cut::from)).toList();
    String prefix = text.substring(0, ordered.getFirst().from());
    boolean labelOnly = isLabel(block, prefix);
    StringBuilder label = new StringBuilder();
    int at = 0;
    List<Judged> pieces = new ArrayList<>();
    boolean contentLeft = hasContentAfter(text, ordered, labelOnly);
    for (Cut cut : ordered) {
      int from = Math.max(at, cut.from());
      if (cut.to() <= from) {
        continue;
      }
      String before = text.substring(at, from);
      if (labelOnly && at == 0) {
        label.append(before);
        from = contentLeft ? from : 0;
      } else if (!before.isBlank()) {
        pieces.add(keep(block, take(label) + before, judged.verdict()));
      }
      pieces.add(
          new Judged(
              block.withText(text.substring(from, cut.to()).strip(), ""),
              new Verdict.Remove(cut.category(), cut.rule(), cut.confidence())));
      at = cut.to();
    }
    String rest = text.substring(at);
    if (!rest.isBlank()) {
      pieces.add(keep(block, take(label) + rest, judged.verdict()));
    }
    out.addAll(pieces);
  }

  private static String take(StringBuilder label) {
    String taken = label.toString();
    label.setLength(0);
    return taken;
  }

  private static Judged keep(RawBlock block, String text, Verdict verdict) {
    String stripped = text.strip();
    return new Judged(
        block.withText(stripped, stripped.startsWith(block.lead()) ? block.lead() : ""), verdict);
  }

  private static boolean isLabel(RawBlock block, String prefix) {
    return !prefix.isBlank() && prefix.length() <= 64 && !prefix.strip().matches(".*[.!?。！？]");
  }

  private static boolean hasContentAfter(String text, List<Cut> cuts, boolean labelOnly) {
    int at = labelOnly ? cuts.getFirst().from() : 0;
    for (Cut cut : cuts) {
      if (cut.from() > at && !text.substring(at, cut.from()).isBlank()) {
        return true;
      }
      at = Math.max(at, cut.to());
    }
    return !text.substring(at).isBlank();
  }
}
