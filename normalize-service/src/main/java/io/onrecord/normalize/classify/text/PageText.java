package io.onrecord.normalize.classify.text;

import io.onrecord.normalize.classify.Verdict;
import io.onrecord.normalize.classify.text.Lines.Furniture;
import io.onrecord.normalize.parse.RawBlock;
import io.onrecord.normalize.speech.Label;
import io.onrecord.normalize.speech.Labels;
import io.onrecord.normalize.text.Fold;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The paragraphs of a page while it is being decided what they are. */
final class PageText {
  private static final int LONG_CREDIT = 28;

  private final List<RawBlock> blocks;
  private final Labels labels;
  private final List<String> folded = new ArrayList<>();
  private final List<Shape> shapes = new ArrayList<>();
  private final List<Optional<Furniture>> furniture = new ArrayList<>();
  private final List<Optional<Verdict.Remove>> removals = new ArrayList<>();

  PageText(List<RawBlock> blocks, Lines lines) {
    this.blocks = new ArrayList<>(blocks);
    this.labels = Labels.of(blocks);
    for (RawBlock block : blocks) {
      String fold = Fold.fold(block.text());
      folded.add(fold);
      shapes.add(Shape.of(block));
      furniture.add(lines.furniture(fold).filter(f -> !speaks(block, f)));
      removals.add(Optional.empty());
    }
  }

  /** "Reporter: When did you begin?" has the form of a credit and is none. */
  private boolean speaks(RawBlock block, Furniture furniture) {
    Shape shape = Shape.of(block);
    return furniture.place() != Lines.Place.ANY
        && labels.at(block).isPresent()
        && (shape.sentence() || shape.weight() >= LONG_CREDIT);
  }

  Labels labels() {
    return labels;
  }

  boolean isSpeaker(String words) {
    return labels.isName(words);
  }

  int size() {
    return blocks.size();
  }

  RawBlock block(int i) {
    return blocks.get(i);
  }

  void replace(int i, RawBlock block) {
    blocks.set(i, block);
  }

  String folded(int i) {
    return folded.get(i);
  }

  Shape shape(int i) {
    return shapes.get(i);
  }

  Optional<Furniture> furniture(int i) {
    return furniture.get(i);
  }

  Optional<Label> label(int i) {
    return labels.at(blocks.get(i));
  }

  boolean labelled(int i) {
    return label(i).isPresent();
  }

  boolean removed(int i) {
    return removals.get(i).isPresent();
  }

  Optional<Verdict.Remove> removal(int i) {
    return removals.get(i);
  }

  void remove(int i, Verdict.Remove why) {
    if (removals.get(i).isEmpty()) {
      removals.set(i, Optional.of(why));
    }
  }

  void remove(int i, Furniture why, double confidence) {
    remove(i, new Verdict.Remove(why.category(), why.rule(), confidence));
  }
}
