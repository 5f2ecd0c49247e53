package io.onrecord.normalize.parse.html;

/** The rules for tags in the body of a page (WHATWG HTML, 13.2.6.4.7). */
final class BodyReader {
  private final Tokens tokens;
  private final OpenElements open;
  private final Insertion insertion;
  private final Forms forms;
  private final TableReader tables;
  private final DrawingReader drawings;
  private final OptionReader options;
  private boolean quirks = true;
  private boolean plainDoctype;

  /** Whether the end of the page's body stands just before. */
  private boolean over;

  BodyReader(Tokens tokens, OpenElements open, Insertion insertion) {
    this.tokens = tokens;
    this.open = open;
    this.insertion = insertion;
    forms = new Forms(open, insertion);
    tables = new TableReader(open, insertion, forms);
    drawings = new DrawingReader(tokens, open, insertion);
    options = new OptionReader(open, insertion);
  }

  /** The page says what it is written in: tables stand in paragraphs where it does not. */
  void doctype() {
    quirks = false;
    plainDoctype = tokens.plainDoctype();
  }

  /** After its end the page's white space stands outside; what else comes goes on in the body. */
  private boolean outside() {
    boolean blank = over && tokens.blank();
    if (over && !blank && tokens.beginsWithSpace()) {
      open.giveUp();
    }
    over = blank;
    return blank;
  }

  void text() {
    if (outside()) {
      return;
    }
    if (!drawings.reads() && !options.reads()) {
      if (!tables.reads()) {
        open.reopenFormatting();
      } else if (!tokens.blank()) {
        open.giveUp();
      }
    }
    open.current().append(Node.text(tokens.text()));
  }

  void start(Tag tag) {
    over = false;
    if (drawings.reads()) {
      drawings.start(tag);
    } else if (options.reads()) {
      options.start(tag);
    } else if (!tables.start(tag)) {
      startInBody(tag);
    }
  }

  void end(Tag tag) {
    over = false;
    if (drawings.reads()) {
      drawings.end(tag);
    } else if (options.reads()) {
      options.end(tag);
    } else if (!tables.end(tag)) {
      endInBody(tag);
    }
  }

  private void startInBody(Tag tag) {
    switch (tag.kind()) {
      case ORDINARY, NOSCRIPT -> {
        open.reopenFormatting();
        insertion.insert(tag);
      }
      case BLOCK -> {
        open.closeParagraph();
        insertion.insert(tag);
      }
      case HEADING -> {
        open.closeParagraph();
        if (OpenElements.heading(open.current())) {
          open.pop();
        }
        insertion.insert(tag);
      }
      case PREFORMATTED -> {
        open.closeParagraph();
        insertion.insert(tag);
        tokens.skipLineBreak();
      }
      case FORM -> forms.start(tag);
      case LIST_ITEM, DEFINITION -> {
        closeItem(tag);
        open.closeParagraph();
        insertion.insert(tag);
      }
      case BUTTON -> {
        if (open.inScope(Tag.BUTTON)) {
          open.implyEnds(null);
          open.popTo(Tag.BUTTON);
        }
        open.reopenFormatting();
        insertion.insert(tag);
      }
      case ANCHOR -> {
        if (open.formatting(tag) != null) {
          open.closeFormatting(tag);
        }
        open.reopenFormatting();
        open.pushFormatting(insertion.insert(tag));
      }
      case FORMATTING -> {
        open.reopenFormatting();
        open.pushFormatting(insertion.insert(tag));
      }
      case OBJECT -> {
        open.reopenFormatting();
        insertion.insert(tag);
        open.mark();
      }
      case TABLE -> {
        if (open.inButtonScope(Tag.P) && !quirks) {
          if (!plainDoctype) {
            open.giveUp();
          }
          open.closeParagraph();
        }
        insertion.insert(tag);
        tables.opened();
      }
      case EMPTY -> {
        open.reopenFormatting();
        insertion.empty(tag);
      }
      case SILENT -> insertion.empty(tag);
      case RULE -> {
        open.closeParagraph();
        insertion.empty(tag);
      }
      case SELECT -> {
        open.reopenFormatting();
        options.begin(tag);
      }
      case OPTION -> {
        if (open.current().is(Tag.OPTION)) {
          open.pop();
        }
        open.reopenFormatting();
        insertion.insert(tag);
      }
      case PART, HEAD -> {}
      case RAW, TEXT -> insertion.raw(tag);
      case SVG -> {
        open.reopenFormatting();
        drawings.begin(tag);
      }
      case HTML -> open.at(0).complete(tokens.attributes());
      case BODY -> again();
      case PECULIAR -> {
        if (tag == Tag.TEMPLATE) {
          insertion.template();
        } else {
          open.giveUp();
        }
      }
    }
  }

  /** A second body tag adds what the first one did not say. */
  private void again() {
    if (open.at(1).is(Tag.BODY)) {
      open.at(1).complete(tokens.attributes());
    }
  }

  /** A list item ends the one before it, unless a list or another block is open in that. */
  private void closeItem(Tag tag) {
    for (int i = open.size() - 1; i > 0; i--) {
      Tag one = open.tag(i);
      if (one == tag || tag != Tag.LI && (one == Tag.DD || one == Tag.DT)) {
        open.implyEnds(one);
        open.popTo(one);
        return;
      }
      if (one.has(Tag.SPECIAL) && one != Tag.ADDRESS && one != Tag.DIV && one != Tag.P) {
        return;
      }
    }
  }

  private void endInBody(Tag tag) {
    switch (tag.kind()) {
      case BLOCK, PREFORMATTED, BUTTON -> {
        if (tag == Tag.P) {
          endParagraph();
        } else if (open.inScope(tag)) {
          open.implyEnds(null);
          open.popTo(tag);
        }
      }
      case HEADING -> {
        if (open.headingInScope()) {
          open.implyEnds(tag);
          open.popToHeading();
        }
      }
      case LIST_ITEM, DEFINITION -> {
        if (tag == Tag.LI ? open.inListScope(tag) : open.inScope(tag)) {
          open.implyEnds(tag);
          open.popTo(tag);
        }
      }
      case FORM -> forms.end();
      case ANCHOR, FORMATTING -> open.closeFormatting(tag);
      case OBJECT -> {
        if (open.inScope(tag)) {
          open.implyEnds(null);
          open.popTo(tag);
          open.clearFormatting();
        }
      }
      case BODY, HTML -> over |= open.inScope(Tag.BODY);
      case EMPTY -> {
        if (tag == Tag.BR) {
          open.reopenFormatting();
          open.current().append(Node.element(tag));
        } else {
          open.close(tag);
        }
      }
      case PECULIAR -> open.giveUp();
      default -> open.close(tag);
    }
  }

  private void endParagraph() {
    if (!open.inButtonScope(Tag.P)) {
      open.current().append(Node.element(Tag.P));
      return;
    }
    open.closeParagraph();
  }
}
