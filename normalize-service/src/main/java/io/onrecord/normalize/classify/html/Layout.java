package io.onrecord.normalize.classify.html;

import io.onrecord.document.BlockType;
import io.onrecord.normalize.parse.Box;
import io.onrecord.normalize.parse.Origin;
import io.onrecord.normalize.parse.RawBlock;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A page's blocks with the sums over its boxes: how much text, linked text and running text each
 * box holds, which boxes add something to the one inside, and which box holds most of the running
 * text. One pass up, one pass down; linear in boxes and blocks.
 */
final class Layout {
  private static final int PATH = 4;

  final int size;
  final List<RawBlock> blocks;
  final TextShape[] shapes;
  final float[] linked;
  final boolean[] running;

  /** For each block the order of its innermost box, and of its innermost that starts a block. */
  final int[] inner;

  final int[] home;

  /** For each block a number for the kind of place: same tags and names of the two innermost. */
  final int[] kind;

  /** For each block a number for the tags of the four innermost boxes. */
  final int[] path;

  final @Nullable Box[] boxes;
  final int[] textIn;
  final int[] linkedIn;
  final int[] runningIn;
  final int[] blocksIn;

  /** For each box the order of the one around it; -1 above the page. */
  final int[] parents;

  private final int[] wider;
  final int kinds;
  final int paths;
  int text;
  int linkedText;
  int runningText;
  int runningBlocks;
  int longest;
  private final int main;

  /** Takes the words of each block in turn, and its end. */
  interface Reader extends LongConsumer {
    void start(String text);

    void end(int block, TextShape shape);
  }

  Layout(List<RawBlock> blocks, Reader reader) {
    this.blocks = blocks;
    size = blocks.size();
    shapes = new TextShape[size];
    linked = new float[size];
    running = new boolean[size];
    inner = new int[size];
    home = new int[size];
    kind = new int[size];
    path = new int[size];
    int last = 0;
    for (RawBlock block : blocks) {
      last = Math.max(last, box(block).order());
    }
    boxes = new Box[last + 1];
    textIn = new int[last + 1];
    linkedIn = new int[last + 1];
    runningIn = new int[last + 1];
    blocksIn = new int[last + 1];
    parents = new int[last + 1];
    wider = new int[last + 1];
    Numbers kindNumbers = new Numbers(size);
    Numbers pathNumbers = new Numbers(size);
    for (int b = 0; b < size; b++) {
      measure(b, reader);
      place(b, kindNumbers, pathNumbers);
    }
    kinds = kindNumbers.count();
    paths = pathNumbers.count();
    sum();
    float[] plain = new float[size];
    for (int b = 0; b < size; b++) {
      plain[b] = running[b] ? shapes[b].length : 0;
    }
    main = heaviest(plain);
  }

  private void measure(int b, Reader reader) {
    RawBlock block = blocks.get(b);
    Origin.Markup at = (Origin.Markup) block.origin();
    reader.start(block.text());
    TextShape shape = new TextShape(block.text(), reader);
    reader.end(b, shape);
    shapes[b] = shape;
    linked[b] = Math.min(1, (float) at.linkChars() / block.text().length());
    running[b] =
        block.type() != BlockType.HEADING && !at.box().hidden() && shape.running(linked[b]);
  }

  private void place(int b, Numbers kindNumbers, Numbers pathNumbers) {
    Box innermost = box(blocks.get(b));
    Box box = innermost;
    while (!box.boundary() && box.parent().isPresent()) {
      box = box.parent().get();
    }
    inner[b] = innermost.order();
    home[b] = box.order();
    kind[b] = kindNumbers.of(name(box) * 31 + box.parent().map(Layout::name).orElse(0L));
    long tags = blocks.get(b).type().ordinal();
    @Nullable Box up = box;
    for (int k = 0; k < PATH && up != null; k++) {
      tags = tags * 0xD6E8FEB86659FD93L + up.tag().hashCode();
      up = up.parent().orElse(null);
    }
    path[b] = pathNumbers.of(tags);
    int weight = shapes[b].length;
    int order = inner[b];
    textIn[order] += weight;
    linkedIn[order] += Math.round(weight * linked[b]);
    blocksIn[order]++;
    text += weight;
    linkedText += Math.round(weight * linked[b]);
    longest = Math.max(longest, running[b] ? weight : 0);
    if (running[b]) {
      runningIn[order] += weight;
      runningText += weight;
      runningBlocks++;
    }
    for (up = innermost; up != null && boxes[up.order()] == null; ) {
      boxes[up.order()] = up;
      up = up.parent().orElse(null);
    }
  }

  /** Adds every box to the one around it. */
  private void sum() {
    for (int o = 0; o < boxes.length; o++) {
      Box box = boxes[o];
      parents[o] = box == null || box.parent().isEmpty() ? -1 : box.parent().get().order();
    }
    for (int o = boxes.length - 1; o >= 0; o--) {
      int p = parents[o];
      if (p >= 0) {
        textIn[p] += textIn[o];
        linkedIn[p] += linkedIn[o];
        runningIn[p] += runningIn[o];
        blocksIn[p] += blocksIn[o];
      }
    }
    for (int o = 0; o < boxes.length; o++) {
      int p = parents[o];
      wider[o] = p < 0 ? -1 : blocksIn[p] > blocksIn[o] ? p : wider[p];
    }
  }

  /**
   * The box that holds most of what the blocks weigh without much else: a box passes on its weight
   * to the one around it, less a quarter where that adds other blocks.
   */
  int heaviest(float[] weight) {
    float[] score = new float[boxes.length];
    for (int b = 0; b < size; b++) {
      score[home[b]] += weight[b];
    }
    int best = 0;
    for (int o = boxes.length - 1; o >= 0; o--) {
      if (parents[o] >= 0) {
        score[parents[o]] += score[o] * (blocksIn[o] > 1 ? 0.75f : 0.95f);
      }
    }
    for (int o = 0; o < boxes.length; o++) {
      if (boxes[o] != null && score[o] > score[best]) {
        best = o;
      }
    }
    return best;
  }

  /** The box that holds most of the running text without much else. */
  int main() {
    return main;
  }

  /** The nearest box around this one that holds more blocks than it; -1 above the page. */
  int wider(int order) {
    return wider[order];
  }

  /** How many boxes are around this one; 0 where there is none. */
  int depth(int order) {
    Box box = boxes[order];
    return box == null ? 0 : box.depth();
  }

  /** For each box the smallest one that holds both it and the given one. */
  int[] shared(int with) {
    int[] shared = new int[boxes.length];
    boolean[] onPath = new boolean[boxes.length];
    for (int o = with; o >= 0; o = parents[o]) {
      onPath[o] = true;
    }
    for (int o = 0; o < boxes.length; o++) {
      shared[o] = onPath[o] || parents[o] < 0 ? o : shared[parents[o]];
    }
    return shared;
  }

  /**
   * For each box its part of the page as seen from the given one: the outermost box around it that
   * does not hold the given one; the box itself where there is no such.
   */
  int[] parts(int[] shared) {
    int[] parts = new int[boxes.length];
    for (int o = 0; o < boxes.length; o++) {
      boolean top = parents[o] < 0 || shared[o] == o || shared[parents[o]] == parents[o];
      parts[o] = top ? o : parts[parents[o]];
    }
    return parts;
  }

  private static long name(Box box) {
    return (long) box.tag().hashCode() << 32 ^ box.names().hashCode() * 0x9E3779B97F4A7C15L;
  }

  static Box box(RawBlock block) {
    return ((Origin.Markup) block.origin()).box();
  }
}
