package io.onrecord.normalize.parse.html;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a page into tags and texts, as the standard's tokenizer does (WHATWG HTML, 13.2.5). What it
 * would read in an unusual manner (a tag that another one cuts short, a page that ends in a tag or
 * a comment, CDATA, a script that writes scripts) is {@link #PECULIAR} and left to the full parser.
 */
final class Tokens {
  static final int END_OF_PAGE = 0;
  static final int TEXT = 1;
  static final int START = 2;
  static final int END = 3;
  static final int COMMENT = 4;
  static final int DOCTYPE = 5;
  static final int PECULIAR = 6;

  private static final String[] NONE = {};

  /**
   * Twice the same: tags are read from the array, what is passed over is searched in the string.
   */
  private final String html;

  private final char[] page;
  private final int length;
  private final RawContent raw;
  private int at;

  /** Where the text at hand begins and ends. */
  private int from;

  private int to;
  private @Nullable Tag tag;
  private boolean selfClosing;
  private String[] read = new String[16];
  private int reads;
  private boolean nulls;

  Tokens(String html) {
    this.html = html;
    page = html.toCharArray();
    length = page.length;
    raw = new RawContent(html);
  }

  /** The next token's kind. */
  int next() {
    if (at == length) {
      return END_OF_PAGE;
    }
    from = at;
    if (page[at] == '<') {
      int kind = markup();
      if (kind != TEXT) {
        return kind;
      }
    }
    do {
      at++;
      while (at < length && page[at] != '<') {
        at++;
      }
    } while (at < length && !beginsMarkup(at + 1));
    to = at;
    return TEXT;
  }

  /** Of a start or end tag. */
  Tag tag() {
    if (tag == null) {
      throw new IllegalStateException("no tag was read");
    }
    return tag;
  }

  boolean selfClosing() {
    return selfClosing;
  }

  /** Of a start tag: names and values by turns. */
  String[] attributes() {
    return reads == 0 ? NONE : Arrays.copyOf(read, reads);
  }

  /** The value of an attribute of the start tag; empty where there is none. */
  String attribute(String name) {
    for (int i = 0; i < reads; i += 2) {
      if (read[i].equals(name)) {
        return read[i + 1];
      }
    }
    return "";
  }

  /** The text at hand. */
  String text() {
    return resolved(from, to, false);
  }

  /** Whether the text at hand is white space. */
  boolean blank() {
    for (int i = from; i < to; i++) {
      if (!space(page[i])) {
        return false;
      }
    }
    return true;
  }

  /** Whether the text at hand begins with white space. */
  boolean beginsWithSpace() {
    return space(page[from]);
  }

  /** Leaves out the white space that the text at hand begins with; whether anything is left. */
  boolean skipSpace() {
    while (from < to && space(page[from])) {
      from++;
    }
    return from < to;
  }

  /** Leaves out a line break that follows. */
  void skipLineBreak() {
    if (at < length && page[at] == '\n') {
      at++;
    }
  }

  private boolean beginsMarkup(int i) {
    return i < length
        && (letter(page[i])
            || page[i] == '/'
            || page[i] == '!'
            || page[i] == '?'
            || page[i] >= 0x80 && Character.isLetter(page[i]));
  }

  private int markup() {
    if (!beginsMarkup(at + 1)) {
      return TEXT;
    }
    char c = page[at + 1];
    if (letter(c)) {
      return tag(at + 1, START);
    }
    if (c >= 0x80) {
      return PECULIAR;
    }
    if (c == '/' && at + 2 < length && letter(page[at + 2])) {
      return tag(at + 2, END);
    }
    if (c == '!' && starts("--", at + 2)) {
      return comment(at + 4);
    }
    if (c == '!' && starts("[CDATA[", at + 2) || c == '/' && !bogus(at + 2)) {
      return PECULIAR;
    }
    boolean doctype = c == '!' && startsDoctype(at + 2);
    int close = indexOf('>', at + 2);
    from = at + 2;
    to = close;
    at = close + 1;
    return close < 0 ? PECULIAR : doctype ? DOCTYPE : COMMENT;
  }

  /** {@code </3>} is a comment, {@code </>} is nothing, and at the end of a page it is text. */
  private boolean bogus(int i) {
    return i < length && page[i] != '>';
  }

  private boolean startsDoctype(int i) {
    return i + 7 < length && new String(page, i, 7).equalsIgnoreCase("doctype");
  }

  /** Whether the doctype at hand is the short one that all pages of today have. */
  boolean plainDoctype() {
    return new String(page, from, to - from).strip().equalsIgnoreCase("doctype html");
  }

  private int comment(int start) {
    if (starts(">", start) || starts("->", start)) {
      return PECULIAR;
    }
    for (int i = html.indexOf("--", start); i >= 0; i = html.indexOf("--", i + 1)) {
      if (i + 2 == length || page[i + 2] == '!') {
        return PECULIAR;
      }
      if (page[i + 2] == '>') {
        at = i + 3;
        return COMMENT;
      }
    }
    return PECULIAR;
  }

  private int tag(int start, int kind) {
    int i = start;
    while (i < length && page[i] != '>' && page[i] != '/' && !space(page[i])) {
      if (page[i] == '<' || page[i] == 0) {
        return PECULIAR;
      }
      i++;
    }
    Tag named = Tag.of(page, start, i);
    tag = named;
    return attributes(i, kind == START ? named.attributes() : NONE) ? kind : PECULIAR;
  }

  /** Reads up to the tag's end; false where that is not plain to see. */
  private boolean attributes(int start, String[] names) {
    reads = 0;
    boolean slash = false;
    int i = start;
    while (i < length) {
      char c = page[i];
      if (c == '>') {
        selfClosing = slash;
        at = i + 1;
        return true;
      }
      if (c == '<' || c == '=') {
        return false;
      }
      slash = c == '/';
      if (slash || space(c)) {
        i++;
        continue;
      }
      int nameEnd = nameEnd(i);
      int value = nameEnd;
      while (value < length && space(page[value])) {
        value++;
      }
      if (value < length && page[value] == '=') {
        int begin = value + 1;
        while (begin < length && space(page[begin])) {
          begin++;
        }
        int end = valueEnd(begin);
        if (end < 0) {
          return false;
        }
        boolean quoted = page[begin] == '"' || page[begin] == '\'';
        take(names, i, nameEnd, quoted ? begin + 1 : begin, quoted ? end - 1 : end);
        i = end;
      } else {
        take(names, i, nameEnd, nameEnd, nameEnd);
        i = nameEnd;
      }
    }
    return false;
  }

  /** Keeps an attribute that is read; of two with one name the first. */
  private void take(String[] names, int start, int nameEnd, int value, int end) {
    if (names.length == 0) {
      return;
    }
    String name = ReadAttributes.find(names, page, start, nameEnd);
    if (name == null) {
      return;
    }
    for (int i = 0; i < reads; i += 2) {
      if (read[i].equals(name)) {
        return;
      }
    }
    if (reads == read.length) {
      read = Arrays.copyOf(read, 2 * reads);
    }
    read[reads++] = name;
    read[reads++] = resolved(value, end, true);
  }

  /**
   * The content, up to its end tag, of an element whose content is no markup; goes on after the end
   * tag. Null where it is not plain where that is.
   *
   * @param kept whether it is read; else it is empty here
   * @param noMarkup where the full parser may take it for markup, so that there must be none
   */
  @Nullable String content(Tag of, boolean kept, boolean noMarkup) {
    int start = at;
    int close = raw.end(of, start);
    boolean plain = close >= 0 && !(noMarkup && html.indexOf('<', start) < close);
    if (!plain || !attributes(close + 2 + of.name().length(), NONE)) {
      return null;
    }
    if (!kept) {
      return "";
    }
    return of.kind() == Tag.Kind.TEXT
        ? resolved(start, close, false)
        : new String(page, start, close - start);
  }

  /** Goes on after a {@code noscript} in the head; false where it is not plain where it ends. */
  boolean skipNoscript() {
    int close = raw.endOfNoscript(at);
    return close >= 0 && attributes(close + 2 + Tag.NOSCRIPT.name().length(), NONE);
  }

  private int nameEnd(int start) {
    int i = start;
    while (i < length && page[i] != '=' && page[i] != '>' && page[i] != '/' && !space(page[i])) {
      i++;
    }
    return i;
  }

  /** Where the value ends, its quotes included; -1 where the page ends first. */
  private int valueEnd(int start) {
    if (start == length) {
      return -1;
    }
    char quote = page[start];
    if (quote == '"' || quote == '\'') {
      int close = indexOf(quote, start + 1);
      return close < 0 ? -1 : close + 1;
    }
    int i = start;
    while (i < length && page[i] != '>' && !space(page[i])) {
      i++;
    }
    return i;
  }

  private boolean starts(String sign, int i) {
    for (int k = 0; k < sign.length(); k++) {
      if (i + k >= length || page[i + k] != sign.charAt(k)) {
        return false;
      }
    }
    return true;
  }

  private int indexOf(char c, int start) {
    for (int i = start; i < length; i++) {
      if (page[i] == c) {
        return i;
      }
    }
    return -1;
  }

  /** A text or value as it is meant. */
  private String resolved(int start, int end, boolean inAttribute) {
    String text = References.resolve(page, start, end, inAttribute);
    nulls |= text.indexOf('\0') >= 0;
    return text;
  }

  /** Whether there was a null character in what has been read: the rules for it are many. */
  boolean nulls() {
    return nulls;
  }

  private static boolean letter(char c) {
    int lower = c | 0x20;
    return lower >= 'a' && lower <= 'z' && c < 0x80;
  }

  static boolean space(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
  }
}
