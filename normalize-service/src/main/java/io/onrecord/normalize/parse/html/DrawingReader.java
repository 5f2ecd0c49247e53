package io.onrecord.normalize.parse.html;

/**
 * Drawings (SVG) in a page. A tag that may end one early, as that of a paragraph does, is left to
 * the full parser.
 */
final class DrawingReader {
  private static final Tag DESCRIPTION = Tag.of("desc");

  private final Tokens tokens;
  private final OpenElements open;
  private final Insertion insertion;
  private int drawings;

  DrawingReader(Tokens tokens, OpenElements open, Insertion insertion) {
    this.tokens = tokens;
    this.open = open;
    this.insertion = insertion;
  }

  /** Whether a drawing is open. */
  boolean reads() {
    return drawings > 0;
  }

  /** A drawing begins. */
  void begin(Tag tag) {
    if (tokens.selfClosing()) {
      insertion.empty(tag);
    } else {
      drawings++;
      insertion.insert(tag);
    }
  }

  /** A start tag in a drawing. */
  void start(Tag tag) {
    boolean content =
        tag == Tag.STYLE || tag == Tag.SCRIPT || tag == Tag.TITLE || tag == DESCRIPTION;
    if (content) {
      Node element = insertion.empty(tag);
      String text = tokens.selfClosing() ? "" : tokens.content(tag, true, true);
      if (text == null) {
        open.giveUp();
      } else {
        Insertion.hold(element, text);
      }
    } else if (!drawn(tag)) {
      open.giveUp();
    } else if (tag == Tag.SVG) {
      begin(tag);
    } else if (tokens.selfClosing()) {
      insertion.empty(tag);
    } else {
      insertion.insert(tag);
    }
  }

  /** An end tag in a drawing. */
  void end(Tag tag) {
    for (int i = open.size() - 1; ; i--) {
      Tag one = open.tag(i);
      if (one.name().equals(tag.name())) {
        while (open.size() > i) {
          drawings -= open.current().is(Tag.SVG) ? 1 : 0;
          open.pop();
        }
        return;
      }
      if (one == Tag.SVG || !drawn(one)) {
        open.giveUp();
        return;
      }
    }
  }

  private static boolean drawn(Tag tag) {
    return switch (tag.name()) {
      case "svg",
          "a",
          "path",
          "g",
          "use",
          "rect",
          "circle",
          "defs",
          "clippath",
          "polygon",
          "polyline",
          "line",
          "ellipse",
          "symbol",
          "text",
          "tspan",
          "mask",
          "stop",
          "lineargradient",
          "radialgradient",
          "filter",
          "pattern",
          "view" ->
          true;
      default -> {
        String name = tag.name();
        yield name.startsWith("fe") || name.startsWith("animate") || name.indexOf(':') > 0;
      }
    };
  }
}
