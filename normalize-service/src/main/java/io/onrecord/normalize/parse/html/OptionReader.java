package io.onrecord.normalize.parse.html;

/** Drop-down lists. What may not stand in one is left to the full parser. */
final class OptionReader {
  private final OpenElements open;
  private final Insertion insertion;
  private boolean reads;

  OptionReader(OpenElements open, Insertion insertion) {
    this.open = open;
    this.insertion = insertion;
  }

  /** Whether a list is open. */
  boolean reads() {
    return reads;
  }

  /** A list begins. */
  void begin(Tag tag) {
    insertion.insert(tag);
    reads = true;
  }

  /** A start tag in a list. */
  void start(Tag tag) {
    if (tag != Tag.OPTION && tag != Tag.OPTGROUP) {
      open.giveUp();
      return;
    }
    if (open.current().is(Tag.OPTION)) {
      open.pop();
    }
    if (tag == Tag.OPTGROUP && open.current().is(Tag.OPTGROUP)) {
      open.pop();
    }
    insertion.insert(tag);
  }

  /** An end tag in a list. */
  void end(Tag tag) {
    if (tag == Tag.SELECT) {
      open.popTo(Tag.SELECT);
      reads = false;
    } else if (tag == Tag.OPTION) {
      if (open.current().is(Tag.OPTION)) {
        open.pop();
      }
    } else if (tag == Tag.OPTGROUP) {
      if (open.current().is(Tag.OPTION)) {
        open.pop();
      }
      if (open.current().is(Tag.OPTGROUP)) {
        open.pop();
      } else {
        open.giveUp();
      }
    } else {
      open.giveUp();
    }
  }
}
