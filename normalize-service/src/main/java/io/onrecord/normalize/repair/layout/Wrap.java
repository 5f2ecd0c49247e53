package io.onrecord.normalize.repair.layout;

/**
 * A way in which lines were broken: how a line is measured, where it may break, and how wide the
 * widest is.
 */
record Wrap(Measure measure, Break rule, int width) {

  /** What the width of a line is counted in. */
  enum Measure {
    CHARACTERS {
      @Override
      int of(CharSequence text) {
        return Character.codePointCount(text, 0, text.length());
      }
    },
    /** Cells of a terminal: a Chinese character takes two. */
    CELLS {
      @Override
      int of(CharSequence text) {
        return text.codePoints().map(c -> Wide.is(c) ? 2 : 1).sum();
      }
    };

    abstract int of(CharSequence text);
  }

  /** Where a line may break. */
  enum Break {
    /** At spaces only, though Chinese text has few: what converters from HTML do. */
    SPACES,
    /** At spaces and beside Chinese characters: what editors and mail programs do. */
    WORDS,
    /** Anywhere, inside words too: what {@code fold} does. */
    ANYWHERE
  }

  /** Whether the break between these two lines is one that this wrapping makes. */
  boolean explains(String line, String next) {
    if (rule == Break.ANYWHERE) {
      return measure.of(line) == width;
    }
    String end = line.stripTrailing();
    int space = rule == Break.WORDS && Wide.bothSides(end, next.strip()) ? 0 : 1;
    return measure.of(end) + space + measure.of(firstWord(next.strip())) > width;
  }

  /** How likely a line of random length, with this one behind it, would be explained. */
  double chance(String next) {
    int word = rule == Break.ANYWHERE ? 1 : 1 + measure.of(firstWord(next.strip()));
    return Math.min(0.99, word / (double) width);
  }

  /** Whether this wrapping can leave such a line: within the width, or nowhere to break it. */
  boolean allows(String line) {
    if (rule == Break.ANYWHERE) {
      return measure.of(line) <= width;
    }
    String text = line.strip();
    return measure.of(text) <= width
        || (rule == Break.SPACES && text.indexOf(' ') < 0)
        || firstWord(text).length() == text.length();
  }

  private String firstWord(String text) {
    int end = 0;
    while (end < text.length() && text.charAt(end) != ' ') {
      int c = text.codePointAt(end);
      if (rule == Break.WORDS && Wide.is(c)) {
        return text.substring(0, end == 0 ? Character.charCount(c) : end);
      }
      end += Character.charCount(c);
    }
    return text.substring(0, end);
  }
}
