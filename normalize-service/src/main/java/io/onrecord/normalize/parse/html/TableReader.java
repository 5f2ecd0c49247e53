package io.onrecord.normalize.parse.html;

/**
 * The rules for what stands in a table outside of its cells (WHATWG HTML, 13.2.6.4.9 to 15): rows
 * and cells that are not written out, and ends that are left out. What does not belong there at all
 * the standard puts before the table; that is left to the full parser.
 */
final class TableReader {
  private final OpenElements open;
  private final Insertion insertion;
  private final Forms forms;
  private Place place = Place.OUTSIDE;

  /** In what of a table the page is. */
  private enum Place {
    OUTSIDE,
    TABLE,
    COLUMNS,
    SECTION,
    ROW,
    CELL,
    CAPTION
  }

  TableReader(OpenElements open, Insertion insertion, Forms forms) {
    this.open = open;
    this.insertion = insertion;
    this.forms = forms;
  }

  void opened() {
    place = Place.TABLE;
  }

  /** Whether text would stand between cells. */
  boolean reads() {
    return place == Place.TABLE
        || place == Place.SECTION
        || place == Place.ROW
        || place == Place.COLUMNS;
  }

  /** Takes a start tag; false where the rules of the body hold. */
  boolean start(Tag tag) {
    return switch (place) {
      case OUTSIDE -> false;
      case TABLE -> inTable(tag);
      case COLUMNS -> inColumns(tag);
      case SECTION -> inSection(tag);
      case ROW -> inRow(tag);
      case CELL -> inCell(tag);
      case CAPTION -> inCaption(tag);
    };
  }

  private static boolean section(Tag tag) {
    return tag == Tag.TBODY || tag == Tag.THEAD || tag == Tag.TFOOT;
  }

  private static boolean cell(Tag tag) {
    return tag == Tag.TD || tag == Tag.TH;
  }

  private boolean inTable(Tag tag) {
    if (tag == Tag.CAPTION) {
      open.clearTo(Tag.TABLE);
      open.mark();
      insertion.insert(tag);
      place = Place.CAPTION;
    } else if (tag == Tag.COLGROUP) {
      open.clearTo(Tag.TABLE);
      insertion.insert(tag);
      place = Place.COLUMNS;
    } else if (tag == Tag.COL) {
      open.clearTo(Tag.TABLE);
      open.insert(Node.element(Tag.COLGROUP));
      place = Place.COLUMNS;
      return inColumns(tag);
    } else if (section(tag)) {
      open.clearTo(Tag.TABLE);
      insertion.insert(tag);
      place = Place.SECTION;
    } else if (tag == Tag.TR || cell(tag)) {
      open.clearTo(Tag.TABLE);
      open.insert(Node.element(Tag.TBODY));
      place = Place.SECTION;
      return inSection(tag);
    } else if (tag == Tag.SCRIPT || tag == Tag.STYLE) {
      insertion.raw(tag);
    } else if (tag == Tag.INPUT && insertion.hiddenInput()) {
      insertion.empty(tag);
    } else if (tag == Tag.TEMPLATE) {
      insertion.template();
    } else if (tag == Tag.FORM) {
      forms.betweenCells();
    } else {
      open.giveUp();
    }
    return true;
  }

  private boolean inColumns(Tag tag) {
    if (tag == Tag.COL) {
      insertion.empty(tag);
      return true;
    }
    open.pop();
    place = Place.TABLE;
    return inTable(tag);
  }

  private boolean inSection(Tag tag) {
    if (tag == Tag.TR) {
      clearToSection();
      insertion.insert(tag);
      place = Place.ROW;
      return true;
    }
    if (cell(tag)) {
      clearToSection();
      open.insert(Node.element(Tag.TR));
      place = Place.ROW;
      return inRow(tag);
    }
    if (section(tag) || tag == Tag.CAPTION || tag == Tag.COLGROUP || tag == Tag.COL) {
      endSection();
    }
    return inTable(tag);
  }

  private void clearToSection() {
    open.clearTo(Tag.TBODY, Tag.THEAD, Tag.TFOOT);
  }

  private void endSection() {
    clearToSection();
    open.pop();
    place = Place.TABLE;
  }

  private boolean inRow(Tag tag) {
    if (cell(tag)) {
      open.clearTo(Tag.TR);
      insertion.insert(tag);
      open.mark();
      place = Place.CELL;
      return true;
    }
    boolean over =
        section(tag)
            || tag == Tag.TR
            || tag == Tag.CAPTION
            || tag == Tag.COLGROUP
            || tag == Tag.COL;
    if (over) {
      endRow();
      return inSection(tag);
    }
    return inTable(tag);
  }

  private void endRow() {
    open.clearTo(Tag.TR);
    open.pop();
    place = Place.SECTION;
  }

  private boolean inCell(Tag tag) {
    if (tag.kind() != Tag.Kind.PART) {
      return false;
    }
    endCell();
    return inRow(tag);
  }

  private void endCell() {
    open.implyEnds(null);
    while (!open.current().is(Tag.TD) && !open.current().is(Tag.TH)) {
      open.pop();
    }
    open.pop();
    open.clearFormatting();
    place = Place.ROW;
  }

  private boolean inCaption(Tag tag) {
    if (tag.kind() != Tag.Kind.PART) {
      return false;
    }
    endCaption();
    return inTable(tag);
  }

  private void endCaption() {
    open.implyEnds(null);
    open.popTo(Tag.CAPTION);
    open.clearFormatting();
    place = Place.TABLE;
  }

  /** Takes an end tag; false where the rules of the body hold. */
  boolean end(Tag tag) {
    boolean part = tag == Tag.TABLE || tag.kind() == Tag.Kind.PART;
    if (place == Place.OUTSIDE) {
      return part && tag != Tag.TABLE;
    }
    if (!part) {
      boolean content = place == Place.CELL || place == Place.CAPTION;
      if (!content && tag != Tag.BODY && tag != Tag.HTML) {
        // A form that was opened between rows is closed there; all else goes before the table.
        forms.endBetweenCells(tag);
      }
      return !content;
    }
    if (tag == Tag.TABLE) {
      endTable();
    } else if (cell(tag)) {
      if (place == Place.CELL && open.inTableScope(tag)) {
        open.implyEnds(null);
        open.popTo(tag);
        open.clearFormatting();
        place = Place.ROW;
      }
    } else if (tag == Tag.CAPTION) {
      if (place == Place.CAPTION) {
        endCaption();
      }
    } else if (tag == Tag.TR || section(tag)) {
      endRows(tag);
    } else if (tag == Tag.COLGROUP && place == Place.COLUMNS) {
      open.pop();
      place = Place.TABLE;
    }
    return true;
  }

  private void endRows(Tag tag) {
    if (place == Place.CAPTION || !open.inTableScope(tag)) {
      return;
    }
    if (place == Place.COLUMNS) {
      open.pop();
      place = Place.TABLE;
      return;
    }
    if (place == Place.CELL) {
      endCell();
    }
    if (place == Place.ROW) {
      endRow();
    }
    if (place == Place.SECTION && section(tag)) {
      endSection();
    }
  }

  private void endTable() {
    if (place == Place.CAPTION) {
      endCaption();
    }
    open.popTo(Tag.TABLE);
    if (place == Place.CELL) {
      open.clearFormatting();
    }
    reset();
  }

  /** After a table: in what of an outer one the page is. */
  private void reset() {
    place = Place.OUTSIDE;
    for (int i = open.size() - 1; i >= 0 && place == Place.OUTSIDE; i--) {
      Tag tag = open.tag(i);
      if (cell(tag)) {
        place = Place.CELL;
      } else if (tag == Tag.CAPTION) {
        place = Place.CAPTION;
      } else if (tag == Tag.TR || section(tag) || tag == Tag.TABLE) {
        open.giveUp();
        return;
      }
    }
  }
}
