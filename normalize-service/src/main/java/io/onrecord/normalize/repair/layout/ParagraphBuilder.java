package io.onrecord.normalize.repair.layout;

import io.onrecord.document.Repair;
import io.onrecord.normalize.repair.layout.Paragraph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Puts lines together to paragraphs: wrapped lines as one, all others each on its own. */
final class ParagraphBuilder {
  /**
   * A speaker's name at the start of a line: a new speech begins, not the rest of a wrapped one.
   */
  private static final Pattern LABEL = Pattern.compile("\\**[^\\s:：][^:：，。,.!?！？]{0,30}[:：].*");

  private static final int SHOWN = 12;

  private final List<String> lines;
  private final Optional<Wrap> wrap;
  private final Optional<Seam> seam;
  private final List<Paragraph> paragraphs = new ArrayList<>();
  private int joined;
  private final List<List<String>> examples = new ArrayList<>();

  ParagraphBuilder(List<String> lines) {
    this.lines = lines;
    this.wrap = WrapDetector.detect(lines);
    this.seam = wrap.map(w -> new Seam(w, lines));
  }

  List<Paragraph> build() {
    int i = 0;
    while (i < lines.size()) {
      LineKind kind = LineKind.of(lines.get(i));
      i =
          switch (kind) {
            case BLANK -> i + 1;
            case FENCE -> fenced(i);
            case HEADING, RULE, IMAGE -> add(lines.get(i).strip(), Shape.PROSE, i, i);
            case TABLE -> table(i);
            case BULLET, NUMBERED -> running(i, Shape.LIST_ITEM);
            case QUOTE, TEXT -> running(i, Shape.PROSE);
          };
    }
    return paragraphs;
  }

  /** How many line breaks were taken back. */
  int joined() {
    return joined;
  }

  List<List<String>> examples() {
    return examples;
  }

  private int add(String text, Shape shape, int first, int last) {
    if (!text.isBlank()) {
      paragraphs.add(new Paragraph(text, shape, first, last));
    }
    return last + 1;
  }

  private int fenced(int first) {
    int last = first + 1;
    while (last < lines.size() && LineKind.of(lines.get(last)) != LineKind.FENCE) {
      last++;
    }
    int end = Math.min(last, lines.size() - 1);
    return add(String.join("\n", lines.subList(first, end + 1)), Shape.CODE, first, end);
  }

  private int table(int first) {
    int last = first;
    while (last + 1 < lines.size() && LineKind.of(lines.get(last + 1)) == LineKind.TABLE) {
      last++;
    }
    return add(String.join("\n", lines.subList(first, last + 1)), Shape.LINES, first, last);
  }

  private int running(int first, Shape shape) {
    StringBuilder text = new StringBuilder(lines.get(first));
    int last = first;
    while (last + 1 < lines.size() && isOne(last, shape)) {
      String next = lines.get(last + 1);
      int before = text.length();
      seam.orElseThrow().append(text, unquoted(next));
      note(lines.get(last), next, text, before);
      last++;
    }
    return add(text.toString().strip(), shape, first, last);
  }

  private void note(String end, String start, StringBuilder whole, int seamAt) {
    joined++;
    if (examples.size() < Repair.MAX_EXAMPLES) {
      String left = end.strip();
      String right = start.strip();
      String shownLeft = left.substring(Math.max(0, left.length() - SHOWN));
      String shownRight = right.substring(0, Math.min(SHOWN, right.length()));
      int from = Math.max(0, Math.min(seamAt, whole.length()) - shownLeft.length());
      int to = whole.length() - right.length() + shownRight.length();
      examples.add(List.of(shownLeft + "\n" + shownRight, whole.substring(from, to)));
    }
  }

  /** Whether a line and the next are two parts of one. */
  private boolean isOne(int line, Shape shape) {
    String end = lines.get(line);
    String start = lines.get(line + 1);
    LineKind kind = LineKind.of(start);
    if (wrap.isEmpty() || kind.standsAlone() || kind == LineKind.BULLET) {
      return false;
    }
    if (kind == LineKind.QUOTE && LineKind.of(end) != LineKind.QUOTE) {
      return false;
    }
    boolean opens = kind == LineKind.NUMBERED || LABEL.matcher(start.strip()).matches();
    boolean meant = opens || end.endsWith("  ") || shape == Shape.PROSE && isIndented(end, start);
    return !(meant && Sentence.endsIn(end)) && wrap.get().explains(end, start);
  }

  /** Whether the first line of a new paragraph is set in. */
  private static boolean isIndented(String end, String start) {
    return (start.startsWith("  ") || start.startsWith("\u3000"))
        && !end.startsWith(start.substring(0, 1));
  }

  private static String unquoted(String line) {
    return LineKind.of(line) == LineKind.QUOTE ? line.replaceFirst("^ {0,3}> ?", "") : line;
  }
}
