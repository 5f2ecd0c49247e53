package io.onrecord.normalize.repair.layout;

/** How a line ends. */
final class Sentence {
  private static final String TERMINAL = ".!?。！？…」』”’\"'）)】》:：;；~～";

  private Sentence() {}

  /** Whether a paragraph may well end here. */
  static boolean endsIn(String line) {
    String text = line.strip();
    int end = text.length();
    while (end > 0 && (text.charAt(end - 1) == '*' || text.charAt(end - 1) == ' ')) {
      end--;
    }
    return end > 0 && TERMINAL.indexOf(text.charAt(end - 1)) >= 0;
  }
}
