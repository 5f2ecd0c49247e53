package io.onrecord.normalize.decode.declaration;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Looks for {@code <meta charset>}, {@code <meta http-equiv=content-type>} and the XML declaration
 * at the head of a page, as the prescan of the HTML standard does: comments are passed over,
 * attributes are read as a tokenizer reads them.
 *
 * <p>The standard looks at 1024 bytes; pages put scripts before their declaration, so this looks
 * further, up to the end of the head.
 */
public final class MetaPrescan {
  /** How many bytes are looked at. */
  public static final int LIMIT = 16_384;

  private final String head;
  private int at;

  private MetaPrescan(String head) {
    this.head = head;
  }

  /** The declaration of a page whose ASCII is readable as ASCII. */
  public static Optional<Declaration> declaration(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, LIMIT), StandardCharsets.ISO_8859_1);
    return new MetaPrescan(head).scan().map(label -> new Declaration("meta", label));
  }

  private Optional<String> scan() {
    Optional<String> xml = xmlDeclaration();
    if (xml.isPresent()) {
      return xml;
    }
    for (at = head.indexOf('<'); at >= 0; at = head.indexOf('<', at)) {
      char kind = at + 1 < head.length() ? head.charAt(at + 1) : ' ';
      if (!mayConcern(kind)) {
        at++;
      } else if (head.startsWith("<!--", at)) {
        at = after("-->", at + 2);
      } else if (isTag("meta")) {
        at += 5;
        Optional<String> label = meta();
        if (label.isPresent()) {
          return label;
        }
      } else if (isTag("script") || isTag("style")) {
        String close = "</" + (isTag("script") ? "script" : "style");
        at = after(close, at + 1);
      } else if (isTag("body")) {
        return Optional.empty();
      } else {
        at++;
      }
      if (at < 0) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Whether a comment, a meta element, a script, a style or the body may begin so. */
  private static boolean mayConcern(char kind) {
    return switch (kind) {
      case '!', 'm', 'M', 's', 'S', 'b', 'B' -> true;
      default -> false;
    };
  }

  private Optional<String> xmlDeclaration() {
    int start = head.startsWith("\u00EF\u00BB\u00BF") ? 3 : 0;
    while (start < head.length() && head.charAt(start) <= ' ') {
      start++;
    }
    if (!head.startsWith("<?xml", start)) {
      return Optional.empty();
    }
    int end = head.indexOf('>', start);
    int name = head.indexOf("encoding", start);
    if (end < 0 || name < 0 || name > end) {
      return Optional.empty();
    }
    return ContentTypeCharset.of("charset" + head.substring(name + "encoding".length(), end));
  }

  private boolean isTag(String name) {
    int end = at + 1 + name.length();
    return head.regionMatches(true, at + 1, name, 0, name.length())
        && end < head.length()
        && (head.charAt(end) <= ' ' || head.charAt(end) == '/' || head.charAt(end) == '>');
  }

  private int after(String end, int from) {
    int found = indexOfIgnoringCase(end, from);
    return found < 0 ? -1 : found + end.length();
  }

  private int indexOfIgnoringCase(String text, int from) {
    int i = head.indexOf(text.charAt(0), from);
    while (i >= 0 && !head.regionMatches(true, i, text, 0, text.length())) {
      i = head.indexOf(text.charAt(0), i + 1);
    }
    return i;
  }

  /** The label that the meta element at hand declares; leaves {@code at} behind the element. */
  private Optional<String> meta() {
    String charset = "";
    String content = "";
    boolean contentType = false;
    while (skipToAttribute()) {
      String name = attributeName();
      String value = attributeValue();
      switch (name) {
        case "charset" -> charset = value.strip();
        case "content" -> content = value;
        case "http-equiv" -> contentType = value.strip().equalsIgnoreCase("content-type");
        default -> {
          // no other attribute of a meta element speaks of the encoding
        }
      }
    }
    if (!charset.isEmpty()) {
      return Optional.of(charset);
    }
    return contentType ? ContentTypeCharset.of(content) : Optional.empty();
  }

  private boolean skipToAttribute() {
    while (at < head.length() && (head.charAt(at) <= ' ' || head.charAt(at) == '/')) {
      at++;
    }
    return at < head.length() && head.charAt(at) != '>';
  }

  private String attributeName() {
    int start = at;
    at++;
    while (at < head.length() && !endsName(head.charAt(at))) {
      at++;
    }
    return head.substring(start, at).toLowerCase(Locale.ROOT);
  }

  private static boolean endsName(char c) {
    return switch (c) {
      case ' ', '\t', '\n', '\f', '\r', '/', '>', '=' -> true;
      default -> false;
    };
  }

  private String attributeValue() {
    int i = at;
    while (i < head.length() && head.charAt(i) <= ' ') {
      i++;
    }
    if (i >= head.length() || head.charAt(i) != '=') {
      return "";
    }
    i++;
    while (i < head.length() && head.charAt(i) <= ' ') {
      i++;
    }
    if (i >= head.length()) {
      at = i;
      return "";
    }
    char quote = head.charAt(i);
    boolean quoted = quote == '"' || quote == '\'';
    int start = quoted ? i + 1 : i;
    int end = quoted ? head.indexOf(quote, start) : unquotedEnd(start);
    end = end < 0 ? head.length() : end;
    at = Math.min(head.length(), quoted ? end + 1 : end);
    return head.substring(start, end);
  }

  private int unquotedEnd(int start) {
    int end = start;
    while (end < head.length() && head.charAt(end) > ' ' && head.charAt(end) != '>') {
      end++;
    }
    return end;
  }
}
