package io.onrecord.normalize.parse.html;

import org.jspecify.annotations.Nullable;

/** Forms: one is open at a time, and may end elsewhere than it began. */
final class Forms {
  private final OpenElements open;
  private final Insertion insertion;
  private @Nullable Node form;

  Forms(OpenElements open, Insertion insertion) {
    this.open = open;
    this.insertion = insertion;
  }

  void start(Tag tag) {
    if (form == null) {
      open.closeParagraph();
      form = insertion.insert(tag);
    }
  }

  void end() {
    Node element = form;
    form = null;
    if (element == null || !open.inScope(Tag.FORM)) {
      return;
    }
    open.implyEnds(null);
    if (open.current() == element) {
      open.pop();
    } else {
      open.giveUp();
    }
  }

  /** A form between the rows of a table: it holds nothing. */
  void betweenCells() {
    if (form == null) {
      form = insertion.empty(Tag.FORM);
    }
  }

  /** An end tag between the cells of a table. */
  void endBetweenCells(Tag tag) {
    if (tag == Tag.FORM && form != null && !open.inScope(tag)) {
      form = null;
    } else if (tag != Tag.FORM) {
      open.giveUp();
    }
  }
}
