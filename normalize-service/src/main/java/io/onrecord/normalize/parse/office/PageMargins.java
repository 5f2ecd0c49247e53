package io.onrecord.normalize.parse.office;

import io.onrecord.normalize.parse.Origin;
import io.onrecord.normalize.parse.RawBlock;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The headers and footers of a file. Tika reports their text among the paragraphs; the file keeps
 * them apart, and what both print is in the margin.
 */
final class PageMargins {
  private static final Pattern WORD_PART = Pattern.compile("word/(header|footer)\\d*\\.xml");
  private static final Pattern WORD_PARAGRAPH =
      Pattern.compile("<w:p[ >].*?</w:p>", Pattern.DOTALL);
  private static final Pattern OPEN_PART =
      Pattern.compile(
          "<style:(header|footer)(?:-left|-first)?[ >](.*?)</style:(?:header|footer)(?:-left|-first)?>",
          Pattern.DOTALL);
  private static final Pattern OPEN_PARAGRAPH =
      Pattern.compile("<text:(?:p|h)[ >].*?</text:(?:p|h)>", Pattern.DOTALL);
  private static final Pattern RICH_PART =
      Pattern.compile("\\{\\\\(header|footer)(?:l|r|f)?\\b([^{}]*(?:\\{[^{}]*}[^{}]*){0,40})");
  private static final int RICH_HEAD = 200_000;

  private final Map<String, Boolean> top;

  private PageMargins(Map<String, Boolean> top) {
    this.top = top;
  }

  /** Whether a part of a zipped file tells of margins, or of what the file is. */
  static boolean holds(String part) {
    return part.equals("mimetype")
        || part.equals("styles.xml")
        || WORD_PART.matcher(part).matches();
  }

  static PageMargins of(OfficeKind kind, byte[] body, Optional<ZipParts> parts) {
    PageMargins margins = new PageMargins(new HashMap<>());
    switch (kind) {
      case DOCX -> margins.word(parts.orElseThrow());
      case ODT -> margins.open(parts.orElseThrow().text("styles.xml").orElse(""));
      case RTF -> margins.rich(body);
      case DOC, EPUB -> {}
    }
    return margins;
  }

  private void word(ZipParts parts) {
    for (String name : parts.names()) {
      Matcher part = WORD_PART.matcher(name);
      if (part.matches()) {
        Matcher paragraph = WORD_PARAGRAPH.matcher(parts.text(name).orElse(""));
        while (paragraph.find()) {
          put(paragraph.group(), part.group(1));
        }
      }
    }
  }

  private void open(String styles) {
    Matcher part = OPEN_PART.matcher(styles);
    while (part.find()) {
      Matcher paragraph = OPEN_PARAGRAPH.matcher(part.group(2));
      while (paragraph.find()) {
        put(paragraph.group(), part.group(1));
      }
    }
  }

  private void rich(byte[] body) {
    int length = Math.min(body.length, RICH_HEAD);
    Matcher part = RICH_PART.matcher(new String(body, 0, length, StandardCharsets.ISO_8859_1));
    while (part.find()) {
      for (String paragraph : part.group(2).split("\\\\par\\b")) {
        put(paragraph.replaceAll("\\\\[a-z]+-?\\d* ?|[{}]", ""), part.group(1));
      }
    }
  }

  private void put(String markup, String place) {
    String key = key(markup.replaceAll("<[^>]*>", "").replaceAll("&[#\\w]+;", ""));
    if (!key.isEmpty()) {
      top.put(key, place.equals("header"));
    }
  }

  /** Letters and digits only: both sides treat spaces and fields in their own ways. */
  private static String key(String text) {
    return text.codePoints()
        .filter(Character::isLetterOrDigit)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** The blocks, those in a margin marked so. */
  List<RawBlock> mark(List<RawBlock> blocks) {
    if (top.isEmpty()) {
      return blocks;
    }
    List<RawBlock> marked = new ArrayList<>();
    for (RawBlock block : blocks) {
      Boolean header = top.get(key(block.text()));
      marked.add(
          header == null
              ? block
              : RawBlock.of(block.type(), block.text(), new Origin.Margin(1, header)));
    }
    return marked;
  }
}
