package io.onrecord.normalize.classify.text;

import io.onrecord.document.BlockType;
import io.onrecord.normalize.parse.RawBlock;
import io.onrecord.normalize.text.Fold;

/**
 * How a paragraph looks.
 *
 * @param weight its letters, a Chinese character counting as much as two
 * @param sentence whether it ends as sentences end
 * @param letters whether it has letters at all
 */
record Shape(int weight, boolean sentence, boolean letters) {
  private static final int PROSE = 80;
  private static final int SENTENCE = 28;

  static Shape of(RawBlock block) {
    return of(block.text());
  }

  static Shape of(String text) {
    int weight = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Fold.ideographic(c)) {
        weight += 2;
      } else if (Character.isLetterOrDigit(c)) {
        weight++;
      }
    }
    return new Shape(weight, endsSentence(text), weight > 0);
  }

  private static boolean endsSentence(String text) {
    int i = text.length() - 1;
    while (i >= 0 && "\"'”’」』)）】*_ \u00A0".indexOf(text.charAt(i)) >= 0) {
      i--;
    }
    return i >= 0 && ".!?。！？…".indexOf(text.charAt(i)) >= 0;
  }

  /** Long enough, or enough of a sentence, to be read rather than looked at. */
  boolean prose() {
    return weight >= PROSE || sentence && weight >= SENTENCE;
  }

  static boolean readable(RawBlock block) {
    return block.type() != BlockType.HEADING && of(block).prose();
  }
}
