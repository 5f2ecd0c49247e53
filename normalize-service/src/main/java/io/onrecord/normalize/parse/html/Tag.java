package io.onrecord.normalize.parse.html;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A kind of element: its name, what it means for the flow of text, and how the standard has a
 * parser treat it (WHATWG HTML, 13.2 "Parsing HTML documents"). One object for each name that is
 * known, so that kinds are compared by identity.
 */
final class Tag {

  /** The rule for its start tag in the body of a page. */
  enum Kind {
    /** Open formatting goes on in it; nothing else happens. */
    ORDINARY,
    /** Ends a paragraph. */
    BLOCK,
    HEADING,
    PREFORMATTED,
    FORM,
    LIST_ITEM,
    DEFINITION,
    BUTTON,
    ANCHOR,
    FORMATTING,
    OBJECT,
    TABLE,
    /** Empty, amid a line. */
    EMPTY,
    /** Empty, and not shown. */
    SILENT,
    RULE,
    SELECT,
    OPTION,
    /** A part of a table: nothing outside of one. */
    PART,
    /** Its content is no markup: {@code script}, {@code style}, {@code iframe}. */
    RAW,
    /** Its content is no markup but for character references. */
    TEXT,
    SVG,
    HTML,
    HEAD,
    BODY,
    NOSCRIPT,
    /** Left to the full parser. */
    PECULIAR
  }

  /** Elements that stop the search for an element that an unexpected end tag closes. */
  static final int SPECIAL = 1;

  /** Elements that stop the search for anything but parts of tables. */
  static final int SCOPE = 2;

  /** Elements whose end may be left out. */
  static final int IMPLIED = 4;

  private static final Tag[] BY_NAME = new Tag[1024];

  private final String name;
  private final char[] letters;
  private final Kind kind;
  private final int traits;
  private final Elements.Meaning meaning;
  private final String[] attributes;

  private Tag(String name, Kind kind, int traits) {
    this.name = name;
    this.letters = name.toCharArray();
    this.kind = kind;
    this.traits = traits;
    this.meaning = Elements.of(name);
    this.attributes = ReadAttributes.of(name);
  }

  /** In lower case. */
  String name() {
    return name;
  }

  Kind kind() {
    return kind;
  }

  /** What it means for the flow of text. */
  Elements.Meaning meaning() {
    return meaning;
  }

  /** The names of those of its attributes that are read; not to be changed. */
  String[] attributes() {
    return attributes;
  }

  static final Tag HTML = known(Kind.HTML, SPECIAL | SCOPE, "html");
  static final Tag HEAD = known(Kind.HEAD, SPECIAL, "head");
  static final Tag BODY = known(Kind.BODY, SPECIAL, "body");
  static final Tag P = known(Kind.BLOCK, SPECIAL | IMPLIED, "p");
  static final Tag A = known(Kind.ANCHOR, 0, "a");
  static final Tag LI = known(Kind.LIST_ITEM, SPECIAL | IMPLIED, "li");
  static final Tag DD = known(Kind.DEFINITION, SPECIAL | IMPLIED, "dd");
  static final Tag DT = known(Kind.DEFINITION, SPECIAL | IMPLIED, "dt");
  static final Tag BR = known(Kind.EMPTY, SPECIAL, "br");
  static final Tag FORM = known(Kind.FORM, SPECIAL, "form");
  static final Tag BUTTON = known(Kind.BUTTON, SPECIAL, "button");
  static final Tag TABLE = known(Kind.TABLE, SPECIAL | SCOPE, "table");
  static final Tag CAPTION = known(Kind.PART, SPECIAL | SCOPE, "caption");
  static final Tag COLGROUP = known(Kind.PART, SPECIAL, "colgroup");
  static final Tag COL = known(Kind.PART, SPECIAL, "col");
  static final Tag TBODY = known(Kind.PART, SPECIAL, "tbody");
  static final Tag THEAD = known(Kind.PART, SPECIAL, "thead");
  static final Tag TFOOT = known(Kind.PART, SPECIAL, "tfoot");
  static final Tag TR = known(Kind.PART, SPECIAL, "tr");
  static final Tag TD = known(Kind.PART, SPECIAL | SCOPE, "td");
  static final Tag TH = known(Kind.PART, SPECIAL | SCOPE, "th");
  static final Tag OL = known(Kind.BLOCK, SPECIAL, "ol");
  static final Tag UL = known(Kind.BLOCK, SPECIAL, "ul");
  static final Tag ADDRESS = known(Kind.BLOCK, SPECIAL, "address");
  static final Tag DIV = known(Kind.BLOCK, SPECIAL, "div");
  static final Tag SELECT = known(Kind.SELECT, SPECIAL, "select");
  static final Tag OPTION = known(Kind.OPTION, IMPLIED, "option");
  static final Tag OPTGROUP = known(Kind.OPTION, IMPLIED, "optgroup");
  static final Tag SVG = known(Kind.SVG, 0, "svg");
  static final Tag SCRIPT = known(Kind.RAW, SPECIAL, "script");
  static final Tag STYLE = known(Kind.RAW, SPECIAL, "style");
  static final Tag IFRAME = known(Kind.RAW, SPECIAL, "iframe");
  static final Tag TITLE = known(Kind.TEXT, SPECIAL, "title");
  static final Tag TEXTAREA = known(Kind.TEXT, SPECIAL, "textarea");
  static final Tag NOSCRIPT = known(Kind.NOSCRIPT, SPECIAL, "noscript");
  static final Tag META = known(Kind.SILENT, SPECIAL, "meta");
  static final Tag LINK = known(Kind.SILENT, SPECIAL, "link");
  static final Tag BASE = known(Kind.SILENT, SPECIAL, "base");
  static final Tag INPUT = known(Kind.EMPTY, SPECIAL, "input");
  static final Tag IMG = known(Kind.EMPTY, SPECIAL, "img");
  static final Tag TEMPLATE = known(Kind.PECULIAR, SPECIAL | SCOPE, "template");
  static final Tag EMBED = known(Kind.EMPTY, SPECIAL, "embed");

  static {
    all(
        Kind.BLOCK,
        SPECIAL,
        "article",
        "aside",
        "blockquote",
        "center",
        "details",
        "dialog",
        "dir",
        "dl",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "header",
        "hgroup",
        "main",
        "menu",
        "nav",
        "search",
        "section",
        "summary");
    all(Kind.HEADING, SPECIAL, "h1", "h2", "h3", "h4", "h5", "h6");
    all(Kind.PREFORMATTED, SPECIAL, "pre", "listing");
    all(
        Kind.FORMATTING,
        0,
        "b",
        "big",
        "code",
        "em",
        "font",
        "i",
        "s",
        "small",
        "strike",
        "strong",
        "tt",
        "u");
    all(Kind.OBJECT, SPECIAL | SCOPE, "applet", "marquee", "object");
    all(Kind.EMPTY, SPECIAL, "area", "keygen", "wbr");
    all(Kind.SILENT, SPECIAL, "param", "source", "track");
    all(Kind.RULE, SPECIAL, "hr");
    all(
        Kind.PECULIAR,
        SPECIAL,
        "plaintext",
        "xmp",
        "noembed",
        "noframes",
        "math",
        "frameset",
        "frame",
        "isindex",
        "template",
        "image",
        "nobr",
        "rb",
        "rp",
        "rt",
        "rtc",
        "bgsound",
        "basefont",
        "command");
    all(
        Kind.ORDINARY,
        0,
        "abbr",
        "acronym",
        "audio",
        "bdi",
        "bdo",
        "canvas",
        "cite",
        "data",
        "datalist",
        "del",
        "dfn",
        "ins",
        "kbd",
        "label",
        "legend",
        "map",
        "mark",
        "meter",
        "object",
        "output",
        "picture",
        "progress",
        "q",
        "ruby",
        "samp",
        "slot",
        "span",
        "sub",
        "sup",
        "time",
        "var",
        "video",
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
        "desc",
        "filter",
        "pattern",
        "view");
  }

  /** Whether an end tag closes it together with all that is open in it. */
  boolean closesBlocks() {
    return kind == Kind.BLOCK && this != P || kind == Kind.PREFORMATTED || this == BUTTON;
  }

  boolean has(int trait) {
    return (traits & trait) != 0;
  }

  /** The tag whose name stands there, in whatever case. */
  static Tag of(char[] page, int from, int to) {
    int slot = hash(page, from, to);
    for (Tag tag = BY_NAME[slot]; tag != null; tag = BY_NAME[slot]) {
      if (tag.called(page, from, to)) {
        return tag;
      }
      slot = slot + 1 & BY_NAME.length - 1;
    }
    return unknown(new String(page, from, to - from).toLowerCase(Locale.ROOT));
  }

  /** The tag of that name, in lower case. */
  static Tag of(String name) {
    char[] letters = name.toCharArray();
    return of(letters, 0, letters.length);
  }

  private boolean called(char[] page, int from, int to) {
    if (to - from != letters.length) {
      return false;
    }
    for (int i = 0; i < letters.length; i++) {
      char c = page[from + i];
      if (c != letters[i] && (c < 'A' || c > 'Z' || (c | 0x20) != letters[i])) {
        return false;
      }
    }
    return true;
  }

  private static int hash(char[] page, int from, int to) {
    int hash = to - from;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + (page[i] | 0x20);
    }
    return (hash ^ hash >>> 10) & BY_NAME.length - 1;
  }

  private static Tag unknown(String name) {
    return new Tag(name, Kind.ORDINARY, 0);
  }

  private static void all(Kind kind, int traits, String... names) {
    for (String name : names) {
      known(kind, traits, name);
    }
  }

  private static Tag known(Kind kind, int traits, String name) {
    char[] letters = name.toCharArray();
    int slot = hash(letters, 0, letters.length);
    for (@Nullable Tag tag = BY_NAME[slot]; tag != null; tag = BY_NAME[slot]) {
      if (tag.name.equals(name)) {
        return tag;
      }
      slot = slot + 1 & BY_NAME.length - 1;
    }
    Tag tag = new Tag(name, kind, traits);
    BY_NAME[slot] = tag;
    return tag;
  }
}
