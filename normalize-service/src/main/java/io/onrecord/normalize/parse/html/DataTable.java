package io.onrecord.normalize.parse.html;

import io.onrecord.document.BlockType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table that is one, and not the frame of a page or of a column of paragraphs: at least two rows
 * of at least two cells, nothing in a cell but a few words.
 *
 * <p>Tables that frame a page are told apart by what a data table does not have: tables, lists,
 * forms and headings in its cells, cells of many lines, one cell a row.
 */
final class DataTable {
  private static final int MAX_CELL = 500;
  private static final int MAX_NODES = 20_000;

  private final List<Part> parts = new ArrayList<>();
  private final StringBuilder rows = new StringBuilder();
  private final StringBuilder cell = new StringBuilder();
  private final StringBuilder caption = new StringBuilder();
  private int linkChars;
  private int captionLinks;
  private int rowCount;
  private int wideRows;
  private int cellsInRow;
  private int breaksInCell;

  /** The table's caption, or its rows. */
  record Part(BlockType type, String text, int linkChars) {}

  private DataTable() {}

  List<Part> parts() {
    return parts;
  }

  /** The table, or null when it is not one. */
  static @Nullable DataTable read(Node table) {
    String role = table.attribute("role");
    if (role.equals("presentation") || role.equals("none")) {
      return null;
    }
    DataTable data = new DataTable();
    return data.walk(table) && data.finish() ? data : null;
  }

  private boolean walk(Node table) {
    @Nullable Node node = table.firstChild;
    int nodes = 0;
    int links = 0;
    boolean inCaption = false;
    while (node != null) {
      if (++nodes > MAX_NODES) {
        return false;
      }
      boolean entered = false;
      if (node.tag == null) {
        StringBuilder target = inCaption ? caption : cell;
        int added = append(target, node.text);
        if (links > 0) {
          if (inCaption) {
            captionLinks += added;
          } else {
            linkChars += added;
          }
        }
        if (cell.length() > MAX_CELL) {
          return false;
        }
      } else {
        String tag = node.name();
        switch (tag) {
          case "table",
              "ul",
              "ol",
              "dl",
              "form",
              "iframe",
              "h1",
              "h2",
              "h3",
              "h4",
              "article",
              "section",
              "blockquote",
              "pre",
              "textarea",
              "select",
              "button" -> {
            return false;
          }
          case "script", "style", "template" -> {}
          case "br", "p", "div" -> {
            if (++breaksInCell > 8) {
              return false;
            }
            append(cell, " ");
            entered = !tag.equals("br");
          }
          case "tr" -> {
            endRow();
            entered = true;
          }
          case "td", "th" -> {
            endCell();
            cellsInRow++;
            entered = true;
          }
          default -> {
            inCaption |= tag.equals("caption");
            links += tag.equals("a") ? 1 : 0;
            entered = true;
          }
        }
      }
      @Nullable Node child = entered ? node.firstChild : null;
      if (child != null) {
        node = child;
        continue;
      }
      if (entered) {
        links -= node.is(Tag.A) ? 1 : 0;
        inCaption &= !node.is(Tag.CAPTION);
      }
      while (node != null && node.next == null) {
        node = node.parent;
        if (node == table) {
          node = null;
        } else if (node != null) {
          links -= node.is(Tag.A) ? 1 : 0;
          inCaption &= !node.is(Tag.CAPTION);
        }
      }
      node = node == null ? null : node.next;
    }
    endRow();
    return true;
  }

  private void endCell() {
    if (cellsInRow > 0) {
      rows.append(cell.toString().strip()).append('\t');
    } else if (!cell.toString().isBlank()) {
      rows.append(cell.toString().strip()).append(' ');
    }
    cell.setLength(0);
    breaksInCell = 0;
  }

  private void endRow() {
    endCell();
    if (cellsInRow > 0) {
      rowCount++;
      wideRows += cellsInRow > 1 ? 1 : 0;
      int end = rows.length();
      while (end > 0 && (rows.charAt(end - 1) == '\t' || rows.charAt(end - 1) == ' ')) {
        end--;
      }
      rows.setLength(end);
      if (end > 0 && rows.charAt(end - 1) != '\n') {
        rows.append('\n');
      }
    }
    cellsInRow = 0;
  }

  private boolean finish() {
    if (rowCount < 2 || wideRows * 2 < rowCount) {
      return false;
    }
    if (!caption.toString().isBlank()) {
      parts.add(new Part(BlockType.CAPTION, caption.toString().strip(), captionLinks));
    }
    String text = rows.toString().strip();
    if (!text.isEmpty()) {
      parts.add(new Part(BlockType.TABLE, text, linkChars));
    }
    return true;
  }

  private static int append(StringBuilder target, String raw) {
    int before = target.length();
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c > ' ' && c != '\u00A0') {
        target.append(c);
      } else if (!target.isEmpty() && target.charAt(target.length() - 1) != ' ') {
        target.append(' ');
      }
    }
    return target.length() - before;
  }
}
