package io.onrecord.normalize.repair.quote;

import java.util.Optional;

/**
 * A line that may quote damage on purpose.
 *
 * <p>A place is quoted if typographic quotation marks that are themselves sound enclose it; or if
 * plain quotation marks, brackets or code marks do and the line talks about encodings or shows the
 * sound form as well; or if the line does both. Not thread-safe.
 */
public final class QuotingLine {
  private static final String CERTAIN = "“”‘’「」『』«»‹›„“《》";
  private static final String PLAIN = "\"\"\'\'``()（）[]<>";
  private static final int NEAR = 1000;

  private final QuotedDamage knowledge;
  private final String text;
  private final int from;
  private final int to;
  private Optional<Boolean> talks = Optional.empty();

  QuotingLine(QuotedDamage knowledge, String text, int from, int to) {
    this.knowledge = knowledge;
    this.text = text;
    this.from = from;
    this.to = to;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  /** Whether the line talks about damaged text, encodings or escapes. */
  public boolean talksOfDamage() {
    if (talks.isEmpty()) {
      talks = Optional.of(knowledge.talksOfDamage(text.substring(from, to)));
    }
    return talks.get();
  }

  /**
   * Whether the characters from {@code start} to {@code end} of the text are meant to be as they
   * are.
   *
   * @param repaired what they would become
   */
  public boolean quotes(int start, int end, String repaired) {
    int left = start;
    while (left > from && isWord(text.charAt(left - 1)) && start - left < NEAR) {
      left--;
    }
    int right = end;
    while (right < to && isWord(text.charAt(right)) && right - end < NEAR) {
      right++;
    }
    if (enclosed(left, right, CERTAIN)) {
      return true;
    }
    boolean plain = enclosed(left, right, PLAIN);
    if (!plain && !talksOfDamage()) {
      return false;
    }
    String word = text.substring(left, start) + repaired + text.substring(end, right);
    return plain && talksOfDamage() || shows(left, right, word);
  }

  /** Whether a word stands elsewhere in the line, not too far away. */
  private boolean shows(int left, int right, String word) {
    if (word.isBlank()) {
      return false;
    }
    String before = text.substring(Math.max(from, left - NEAR), left);
    String after = text.substring(right, Math.min(to, right + NEAR));
    return before.contains(word) || after.contains(word);
  }

  private boolean enclosed(int left, int right, String marks) {
    if (left == from || right >= to) {
      return false;
    }
    for (int i = 0; i < marks.length(); i += 2) {
      if (text.charAt(left - 1) == marks.charAt(i) && text.charAt(right) == marks.charAt(i + 1)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWord(char c) {
    return c < 0x80 && Character.isLetterOrDigit(c);
  }
}
