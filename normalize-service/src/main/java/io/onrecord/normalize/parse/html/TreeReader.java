package io.onrecord.normalize.parse.html;

import org.jspecify.annotations.Nullable;

/**
 * Reads the tree of a page that is written as nearly all pages are, by the rules of the standard
 * (WHATWG HTML, 13.2.6). It keeps only what is read later and so takes a fraction of the time of
 * the full parser, to which it leaves every page with something that it has no rule for: text
 * between the rows of a table, blocks in unclosed formatting, MathML, frames.
 */
final class TreeReader {
  private final Tokens tokens;
  private final OpenElements open = new OpenElements();
  private final Insertion insertion;
  private final BodyReader content;
  private final Node page = Node.element(Tag.of("#page"));
  private @Nullable Node html;
  private @Nullable Node head;
  private boolean body;
  private boolean headOver;

  private TreeReader(String html) {
    tokens = new Tokens(html);
    insertion = new Insertion(tokens, open);
    content = new BodyReader(tokens, open, insertion);
  }

  /** The page, or null where the full parser is needed. */
  static @Nullable Node read(String html) {
    return new TreeReader(html).read();
  }

  private @Nullable Node read() {
    while (!open.peculiar()) {
      switch (tokens.next()) {
        case Tokens.END_OF_PAGE -> {
          begin();
          return tokens.nulls() ? null : page;
        }
        case Tokens.TEXT -> text();
        case Tokens.START -> start();
        case Tokens.END -> end();
        case Tokens.DOCTYPE -> doctype();
        case Tokens.COMMENT -> {}
        default -> open.giveUp();
      }
    }
    return null;
  }

  private void doctype() {
    if (html == null) {
      content.doctype();
    }
  }

  private Node html() {
    if (html == null) {
      html = Node.element(Tag.HTML);
      page.append(html);
      open.insert(html);
    }
    return html;
  }

  private Node head() {
    if (head == null) {
      Node made = Node.element(Tag.HEAD);
      html().append(made);
      head = made;
    }
    return head;
  }

  private void begin() {
    begin(Node.element(Tag.BODY));
  }

  private void begin(Node element) {
    if (!body) {
      html();
      head();
      headOver = true;
      body = true;
      open.insert(element);
    }
  }

  /** A start tag before the body; false where the body begins with it. */
  private boolean startInHead(Tag tag) {
    switch (tag.kind()) {
      case HTML -> html().complete(tokens.attributes());
      case HEAD -> {
        if (head == null) {
          head = Node.element(tag, tokens.attributes());
          html().append(head);
        }
      }
      case BODY -> begin(Node.element(tag, tokens.attributes()));
      case NOSCRIPT -> {
        if (headOver) {
          return false;
        }
        head();
        if (!tokens.skipNoscript()) {
          open.giveUp();
        }
      }
      case RAW, TEXT, SILENT, PECULIAR -> {
        return metadata(tag);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean metadata(Tag tag) {
    if (tag == Tag.TEMPLATE) {
      head();
      insertion.template();
      return true;
    }
    boolean metadata =
        tag == Tag.META
            || tag == Tag.LINK
            || tag == Tag.BASE
            || tag == Tag.SCRIPT
            || tag == Tag.STYLE
            || tag == Tag.TITLE;
    if (metadata) {
      Node element = Node.element(tag, tokens.attributes());
      head().append(element);
      if (tag.kind() != Tag.Kind.SILENT) {
        insertion.content(tag, element);
      }
    }
    return metadata;
  }

  private void text() {
    if (!body) {
      if (!tokens.skipSpace()) {
        return;
      }
      begin();
    }
    content.text();
  }

  private void start() {
    Tag tag = tokens.tag();
    if (!body) {
      if (startInHead(tag) || open.peculiar()) {
        return;
      }
      begin();
    }
    content.start(tag);
  }

  private void end() {
    Tag tag = tokens.tag();
    if (!body) {
      if (tag == Tag.HEAD) {
        head();
        headOver = true;
        return;
      }
      if (tag != Tag.BODY && tag != Tag.HTML && tag != Tag.BR) {
        return;
      }
      begin();
    }
    content.end(tag);
  }
}
