package io.onrecord.normalize.repair.quote;

/** The lines of one text; the line that was asked for last is kept. Not thread-safe. */
public final class QuotingLines {
  private final QuotedDamage knowledge;
  private final String text;
  private QuotingLine line;

  QuotingLines(QuotedDamage knowledge, String text) {
    this.knowledge = knowledge;
    this.text = text;
    this.line = lineAt(0);
  }

  /** The line that a place of the text is in. */
  public QuotingLine at(int place) {
    if (place < line.from() || place > line.to()) {
      line = lineAt(place);
    }
    return line;
  }

  private QuotingLine lineAt(int place) {
    int from = place == 0 ? 0 : text.lastIndexOf('\n', place - 1) + 1;
    int newline = text.indexOf('\n', place);
    return new QuotingLine(knowledge, text, from, newline < 0 ? text.length() : newline);
  }
}
