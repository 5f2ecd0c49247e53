package io.onrecord.normalize.classify.html;

import io.onrecord.document.BlockType;
import io.onrecord.normalize.parse.Box;
import io.onrecord.normalize.parse.Origin;
import io.onrecord.normalize.parse.RawBlock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page's blocks with the sums over its boxes: how much text, linked text and running text each
 * box holds, which boxes add something to the one inside, and which box holds most of the running
 * text. One pass up, one pass down; linear in boxes and blocks.
 */
final class Layout {
  final int size;
  final List<RawBlock> blocks;
  final TextShape[] shapes;
  final float[] linked;
  final boolean[] running;

  /** For each block the order of its innermost box that starts a block. */
  final int[] home;

  /** For each block a number for the kind of place: same tags and names of the two innermost. */
  final int[] kind;

  final @Nullable Box[] boxes;
  final int[] textIn;
  final int[] linkedIn;
  final int[] runningIn;
  final int[] blocksIn;

  /** For each box the order of the one around it; -1 above the page. */
  final int[] parents;

  private final int[] wider;
  final int kinds;
  int text;
  int linkedText;
  int runningText;
  int runningBlocks;
  int longest;
  private final int main;

  Layout(List<RawBlock> blocks) {
    this.blocks = blocks;
    size = blocks.size();
    shapes = new TextShape[size];
    linked = new float[size];
    running = new boolean[size];
    home = new int[size];
    kind = new int[size];
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
    Map<Long, Integer> kindNumbers = new HashMap<>();
    for (int b = 0; b < size; b++) {
      measure(b, kindNumbers);
    }
    kinds = kindNumbers.size();
    sum();
    float[] plain = new float[size];
    for (int b = 0; b < size; b++) {
      plain[b] = running[b] ? shapes[b].length : 0;
    }
    main = heaviest(plain);
  }

  private void measure(int b, Map<Long, Integer> kindNumbers) {
    RawBlock block = blocks.get(b);
    Origin.Markup at = (Origin.Markup) block.origin();
    TextShape shape = new TextShape(block.text());
    shapes[b] = shape;
    linked[b] = Math.min(1, (float) at.linkChars() / block.text().length());
    running[b] =
        block.type() != BlockType.HEADING && !at.box().hidden() && shape.running(linked[b]);
    Box box = at.box();
    while (!box.boundary() && box.parent().isPresent()) {
      box = box.parent().get();
    }
    home[b] = box.order();
    long place = name(box) * 31 + box.parent().map(Layout::name).orElse(0L);
    kind[b] = kindNumbers.computeIfAbsent(place, p -> kindNumbers.size());
    int weight = shape.length;
    int order = box.order();
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
    for (Box up = at.box(); boxes[up.order()] == null; ) {
      boxes[up.order()] = up;
      if (up.parent().isEmpty()) {
        break;
      }
      up = up.parent().get();
    }
  }

  /** Adds every box to the one around it. */
  private void sum() {
    for (int o = 0; o < boxes.length; o++) {
      parents[o] = boxes[o] == null ? -1 : boxes[o].parent().map(Box::order).orElse(-1);
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

  /** For each box the smallest one that holds both it and the given one. */
  int[] shared(int with) {
    int[] shared = new int[boxes.length];
    boolean[] path = new boolean[boxes.length];
    for (int o = with; o >= 0; o = parents[o]) {
      path[o] = true;
    }
    for (int o = 0; o < boxes.length; o++) {
      shared[o] = path[o] || parents[o] < 0 ? o : shared[parents[o]];
    }
    return shared;
  }

  private static long name(Box box) {
    return (long) box.tag().hashCode() << 32 ^ box.names().hashCode() * 0x9E3779B97F4A7C15L;
  }

  static Box box(RawBlock block) {
    return ((Origin.Markup) block.origin()).box();
  }
}
