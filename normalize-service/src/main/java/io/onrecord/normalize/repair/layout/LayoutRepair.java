package io.onrecord.normalize.repair.layout;

import io.onrecord.normalize.repair.layout.Paragraph.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Undoes damage to the layout of a text: hard wraps, split emphasis, tag residue. Pure and
 * thread-safe.
 */
public final class LayoutRepair {

  /**
   * The paragraphs of a plain-text or Markdown page.
   *
   * @param lines the page's lines as they stand, blank ones included, without line ends
   */
  public Layout repair(List<String> lines) {
    List<Paragraph> paragraphs = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty()) {
        paragraphs.add(new Paragraph(line, Shape.PROSE, i, i));
      }
    }
    return new Layout(paragraphs, List.of());
  }
}
