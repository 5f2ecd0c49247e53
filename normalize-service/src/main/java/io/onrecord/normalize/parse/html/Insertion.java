package io.onrecord.normalize.parse.html;

/** Puts the element of the tag at hand into the tree. */
final class Insertion {
  private final Tokens tokens;
  private final OpenElements open;

  Insertion(Tokens tokens, OpenElements open) {
    this.tokens = tokens;
    this.open = open;
  }

  /** An element that what follows stands in. */
  Node insert(Tag tag) {
    return open.insert(Node.element(tag, tokens.attributes()));
  }

  /** An element that holds nothing. */
  Node empty(Tag tag) {
    Node element = Node.element(tag, tokens.attributes());
    open.current().append(element);
    return element;
  }

  /** An element whose content is no markup. */
  void raw(Tag tag) {
    Node element = empty(tag);
    if (tag == Tag.TEXTAREA) {
      tokens.skipLineBreak();
    }
    content(tag, element);
  }

  /** Reads the content, up to its end tag, of an element whose content is no markup. */
  void content(Tag tag, Node element) {
    boolean data = tag == Tag.SCRIPT && HeadReader.linkedData(tokens.attribute("type"));
    String content =
        tokens.selfClosing()
            ? null
            : tokens.content(tag, data || tag.kind() == Tag.Kind.TEXT, open.noscript());
    if (content == null) {
      open.giveUp();
    } else if (tag.kind() == Tag.Kind.TEXT) {
      hold(element, content);
    } else {
      element.text = content;
    }
  }

  /** Text in an element whose content is no markup. */
  static void hold(Node element, String text) {
    if (!text.isEmpty()) {
      element.append(Node.text(text));
    }
    if (element.is(Tag.TITLE)) {
      element.text = Node.shown(text);
    }
  }

  /** Nothing of a template is shown or read. */
  void template() {
    int templates = 1;
    while (templates > 0 && !open.peculiar()) {
      int kind = tokens.next();
      if (kind == Tokens.PECULIAR || kind == Tokens.END_OF_PAGE) {
        open.giveUp();
      } else if (kind == Tokens.START || kind == Tokens.END) {
        Tag tag = tokens.tag();
        if (tag == Tag.TEMPLATE) {
          templates += kind == Tokens.START ? 1 : -1;
        } else if (kind == Tokens.START) {
          skip(tag);
        }
      }
    }
  }

  private void skip(Tag tag) {
    boolean content = tag.kind() == Tag.Kind.RAW || tag.kind() == Tag.Kind.TEXT;
    boolean strange = content && (tokens.selfClosing() || tokens.content(tag, false, true) == null);
    if (strange || tag.kind() == Tag.Kind.PECULIAR || tag.kind() == Tag.Kind.SELECT) {
      open.giveUp();
    }
  }

  /** Whether an input is not shown. */
  boolean hiddenInput() {
    return tokens.attribute("type").equalsIgnoreCase("hidden");
  }
}
