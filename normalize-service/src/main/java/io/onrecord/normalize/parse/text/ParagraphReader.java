package io.onrecord.normalize.parse.text;

import io.onrecord.document.BlockType;
import io.onrecord.normalize.parse.Origin;
import io.onrecord.normalize.parse.RawBlock;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what kind of block a paragraph of plain text or Markdown is, by the marks at its start, and
 * takes the inline marks away. Text files are full of Markdown that nobody calls so, hence both are
 * read alike.
 */
public final class ParagraphReader {
  private static final Pattern HEADING = Pattern.compile("^(#{1,6})\\s+(\\S.*?)\\s*#*$");
  private static final Pattern ITEM = Pattern.compile("^[-*+•‣◦▪●○·]\\s+(?=\\S)");
  private static final Pattern NUMBERED =
      Pattern.compile("^(?:\\d{1,3}[.)]|[(（]?\\d{1,3}[)）])\\s+(?=\\S)");
  private static final Pattern QUOTE = Pattern.compile("^>\\s*(?=\\S)");
  private static final Pattern IMAGE =
      Pattern.compile("!\\[([^\\[\\]]{0,500})]\\([^()\\s]{0,2000}(?:\\s\"[^\"]{0,300}\")?\\)");
  private static final Pattern LINK =
      Pattern.compile("\\[([^\\[\\]]{1,500})]\\(([^()\\s]{1,2000})(?:\\s\"[^\"]{0,300}\")?\\)");
  private static final Pattern AUTOLINK = Pattern.compile("<(https?://[^<>\\s]{1,2000})>");
  private static final Pattern STRONG =
      Pattern.compile("(\\*\\*|__)(?=\\S)([^*]{1,2000}?)(?<=\\S)\\1");
  private static final Pattern EMPHASIS =
      Pattern.compile("(?<![\\w*])\\*(?=[^\\s*])([^*\\n]{1,2000}?)(?<=[^\\s*])\\*(?![\\w*])");
  private static final Pattern UNDERLINE =
      Pattern.compile("(?<![\\w_])_(?=[^\\s_])([^\\n]{1,2000}?)(?<=[^\\s_])_(?![\\w_])");
  private static final Pattern ALL_STRONG = Pattern.compile("^(?:\\*\\*[^*]+\\*\\*\\s*)+$");
  private static final Pattern LEAD =
      Pattern.compile("^(?:\\*\\*|__)(?=\\S)([^*]{1,64}?)(?<=\\S)(?:\\*\\*|__)");
  private static final int LONGEST_HEADING = 60;

  /** With more marks than text; what is longer is no heading, whatever its marks. */
  private static final int LONGEST_MARKED_HEADING = 400;

  /** Marks in longer paragraphs stay: one that never closes would be looked for again and again. */
  private static final int LONGEST_MARKED = 20_000;

  private ParagraphReader() {}

  /** The paragraph as a block. */
  public static RawBlock read(String paragraph, Origin origin) {
    Matcher heading = HEADING.matcher(paragraph);
    if (heading.matches()) {
      OptionalInt level = OptionalInt.of(heading.group(1).length());
      return new RawBlock(BlockType.HEADING, plain(heading.group(2)), level, "", origin);
    }
    Matcher item = ITEM.matcher(paragraph);
    if (item.find()) {
      return block(BlockType.LIST_ITEM, paragraph.substring(item.end()), origin);
    }
    if (NUMBERED.matcher(paragraph).find()) {
      return block(BlockType.LIST_ITEM, paragraph, origin);
    }
    Matcher quote = QUOTE.matcher(paragraph);
    if (quote.find()) {
      return block(BlockType.QUOTE, paragraph.substring(quote.end()), origin);
    }
    if (paragraph.length() <= LONGEST_MARKED_HEADING
        && ALL_STRONG.matcher(paragraph).matches()
        && headingLike(paragraph)) {
      return new RawBlock(BlockType.HEADING, plain(paragraph), OptionalInt.of(3), "", origin);
    }
    return block(BlockType.PARAGRAPH, paragraph, origin);
  }

  /** A short line that is bold throughout and no speaker's words. */
  private static boolean headingLike(String paragraph) {
    String text = plain(paragraph);
    return text.length() <= LONGEST_HEADING && text.indexOf('：') < 0 && !text.contains(": ");
  }

  private static RawBlock block(BlockType type, String marked, Origin origin) {
    String text = plain(marked);
    if (text.isBlank()) {
      return RawBlock.of(type, marked, origin);
    }
    Matcher lead = LEAD.matcher(marked);
    String bold = lead.find() && lead.end() < marked.strip().length() ? plain(lead.group(1)) : "";
    boolean asks = text.endsWith("?") || text.endsWith("？");
    bold = asks && ALL_STRONG.matcher(marked).matches() ? text : bold;
    return new RawBlock(type, text, OptionalInt.empty(), text.startsWith(bold) ? bold : "", origin);
  }

  /** The words without the marks; a paragraph of nothing but images stays as it is. */
  private static String plain(String text) {
    if (text.length() > LONGEST_MARKED) {
      return text.strip();
    }
    String plain = text;
    if (plain.indexOf('[') >= 0 || plain.indexOf('<') >= 0) {
      plain = IMAGE.matcher(plain).replaceAll("");
      plain = LINK.matcher(plain).replaceAll("$1");
      plain = AUTOLINK.matcher(plain).replaceAll("$1");
    }
    if (plain.indexOf('*') >= 0 || plain.indexOf('_') >= 0) {
      plain = STRONG.matcher(plain).replaceAll("$2");
      plain = EMPHASIS.matcher(plain).replaceAll("$1");
      plain = UNDERLINE.matcher(plain).replaceAll("$1");
    }
    return plain.strip();
  }
}
