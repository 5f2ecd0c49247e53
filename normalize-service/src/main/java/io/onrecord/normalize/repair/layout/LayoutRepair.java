package io.onrecord.normalize.repair.layout;

import io.onrecord.document.Repair;
import io.onrecord.normalize.repair.RepairedText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Undoes damage to the layout of a text: tag residue, hard wraps, split emphasis. Pure and
 * thread-safe.
 */
public final class LayoutRepair {

  /**
   * The paragraphs of a plain-text or Markdown page.
   *
   * @param lines the page's lines as they stand, blank ones included, without line ends
   */
  public Layout repair(List<String> lines) {
    Account marks = new Account("board-marks");
    Account tags = new Account("tag-residue");
    Account emphasis = new Account("split-emphasis");
    boolean board = BoardMarks.areIn(lines);
    List<String> clean =
        lines.stream().map(l -> board ? marks.note(l, BoardMarks::without) : l).toList();
    ParagraphBuilder builder = new ParagraphBuilder(clean);
    List<Paragraph> paragraphs = new ArrayList<>();
    for (Paragraph p : builder.build()) {
      String text = p.text();
      if (p.shape() != Paragraph.Shape.CODE) {
        text = emphasis.note(tags.note(text, TagResidue::without), SplitEmphasis::whole);
      }
      if (!text.isBlank()) {
        paragraphs.add(new Paragraph(text, p.shape(), p.firstLine(), p.lastLine()));
      }
    }
    List<Repair> repairs = new ArrayList<>();
    if (builder.joined() > 0) {
      repairs.add(new Repair("hard-wrap", builder.joined(), builder.examples()));
    }
    for (Account account : List.of(marks, tags, emphasis)) {
      account.close(repairs);
    }
    return new Layout(paragraphs, repairs);
  }

  /**
   * The same for a text that is to stay a text: wrapped lines are joined and residue goes,
   * everything else stays as it stands, empty lines and indentation included.
   */
  public RepairedText repair(String text) {
    List<String> lines = List.of(text.split("\n", -1));
    Layout layout = repair(lines);
    if (layout.repairs().isEmpty()) {
      return new RepairedText(text, List.of());
    }
    List<String> out = new ArrayList<>();
    int line = 0;
    for (Paragraph p : layout.paragraphs()) {
      lines.subList(line, p.firstLine()).stream().filter(String::isBlank).forEach(out::add);
      String as = String.join("\n", lines.subList(p.firstLine(), p.lastLine() + 1));
      out.add(as.strip().equals(p.text().strip()) ? as : p.text());
      line = p.lastLine() + 1;
    }
    out.addAll(lines.subList(line, lines.size()));
    return new RepairedText(String.join("\n", out), layout.repairs());
  }

  /** What one kind of repair did. */
  private static final class Account {
    private static final int SHOWN = 80;

    private final String kind;
    private int count;
    private final List<List<String>> examples = new ArrayList<>();

    Account(String kind) {
      this.kind = kind;
    }

    String note(String before, UnaryOperator<String> repair) {
      String after = repair.apply(before);
      if (!after.equals(before)) {
        count++;
        if (examples.size() < Repair.MAX_EXAMPLES) {
          examples.add(differing(before, after));
        }
      }
      return after;
    }

    /** The two texts from shortly before they part. */
    private static List<String> differing(String before, String after) {
      int from = 0;
      int shorter = Math.min(before.length(), after.length());
      while (from < shorter && before.charAt(from) == after.charAt(from)) {
        from++;
      }
      int start = Math.max(0, from - SHOWN / 4);
      return List.of(cut(before, start), cut(after, start));
    }

    private static String cut(String text, int start) {
      return text.substring(Math.min(start, text.length()), Math.min(text.length(), start + SHOWN));
    }

    void close(List<Repair> repairs) {
      if (count > 0) {
        repairs.add(new Repair(kind, count, examples));
      }
    }
  }
}
