package io.onrecord.normalize.classify.html;

import io.onrecord.document.BlockType;
import io.onrecord.normalize.parse.Box;
import io.onrecord.normalize.parse.Origin;
import io.onrecord.normalize.parse.RawBlock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  final int kinds;
  int text;
  int linkedText;
  int runningText;
  int runningBlocks;
  int longest;
  private final float[] score;
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
    score = new float[last + 1];
    Map<String, Integer> kindNumbers = new HashMap<>();
    for (int b = 0; b < size; b++) {
      measure(b, kindNumbers);
    }
    kinds = kindNumbers.size();
    main = sum();
  }

  private void measure(int b, Map<String, Integer> kindNumbers) {
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
    String names = box.parent().map(p -> p.tag() + ' ' + p.names()).orElse("");
    String place = box.tag() + ' ' + box.names() + '/' + names;
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

  /** Adds every box to the one around it, and finds the best by running text close by. */
  private int sum() {
    float[] passed = new float[boxes.length];
    for (int b = 0; b < size; b++) {
      if (running[b]) {
        score[home[b]] += shapes[b].length;
        passed[home[b]] += shapes[b].length;
      }
    }
    int best = 0;
    for (int o = boxes.length - 1; o >= 0; o--) {
      Box box = boxes[o];
      if (box == null) {
        continue;
      }
      Optional<Box> parent = box.parent();
      if (parent.isPresent()) {
        int p = parent.get().order();
        textIn[p] += textIn[o];
        linkedIn[p] += linkedIn[o];
        runningIn[p] += runningIn[o];
        blocksIn[p] += blocksIn[o];
        boolean wrapper = blocksIn[o] > 1;
        float share = passed[o] * (wrapper ? 0.75f : 0.95f);
        score[p] += share;
        passed[p] += share;
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
    Box box = boxes[order];
    int count = blocksIn[order];
    while (box != null) {
      if (blocksIn[box.order()] > count) {
        return box.order();
      }
      box = box.parent().orElse(null);
    }
    return -1;
  }

  static Box box(RawBlock block) {
    return ((Origin.Markup) block.origin()).box();
  }
}
