package io.onrecord.normalize.language;

import java.util.Arrays;
import java.util.List;

/**
 * Cuts a text into {@link Segment}s.
 *
 * <p>A foreign name inside a sentence does not make a second language ({@code 他在 OpenStreetMap
 * 工作}), a translation behind it does ({@code 你好吗?How have you been all these years?}): a run of
 * letters of another writing system starts a segment of its own from {@value #OWN} half letters on,
 * about eight words. A line break always ends a segment.
 */
final class Segments {
  private static final int OWN = 80;

  /** What a letter weighs, by system. */
  private static final int[] WEIGHTS =
      Arrays.stream(WritingSystem.values()).mapToInt(WritingSystem::weight).toArray();

  private final int block;
  private final String text;
  private final List<Segment> out;

  private int segmentStart;
  private int runStart;
  private int runSystem = -1;
  private int runWeight;

  /** What the segment weighs so far, by system, without the current run. */
  private final int[] weights = new int[WritingSystem.OTHER.ordinal() + 1];

  private Segments(int block, String text, List<Segment> out) {
    this.block = block;
    this.text = text;
    this.out = out;
  }

  /** Adds the segments of the text to the list. */
  static void cut(int block, String text, List<Segment> out) {
    new Segments(block, text, out).cut();
  }

  private void cut() {
    for (int i = 0; i < text.length(); ) {
      char c = text.charAt(i);
      int codePoint = Character.isSurrogate(c) ? text.codePointAt(i) : c;
      if (codePoint == '\n') {
        endRun();
        endSegment(i);
      } else {
        int system = WritingSystem.ordinalOf(codePoint);
        if (system >= 0) {
          if (system != runSystem) {
            endRun();
            runStart = i;
            runSystem = system;
          }
          runWeight += WEIGHTS[system];
        }
      }
      i += Character.charCount(codePoint);
    }
    endRun();
    endSegment(text.length());
  }

  private void endRun() {
    if (runSystem >= 0) {
      if (runWeight >= OWN && 2 * total() >= OWN && heaviest() != runSystem) {
        endSegment(runStart);
      }
      weights[runSystem] += runWeight;
    }
    runSystem = -1;
    runWeight = 0;
  }

  private void endSegment(int end) {
    int total = total();
    if (total > 0) {
      out.add(new Segment(block, text, segmentStart, end, WritingSystem.at(heaviest()), total));
      Arrays.fill(weights, 0);
    }
    segmentStart = end;
  }

  private int total() {
    int total = 0;
    for (int weight : weights) {
      total += weight;
    }
    return total;
  }

  private int heaviest() {
    int heaviest = 0;
    for (int i = 1; i < weights.length; i++) {
      if (weights[i] > weights[heaviest]) {
        heaviest = i;
      }
    }
    return heaviest;
  }
}
