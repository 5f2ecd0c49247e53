package io.onrecord.normalize.parse.office;

import io.onrecord.document.BlockType;
import io.onrecord.normalize.parse.Origin;
import io.onrecord.normalize.parse.RawBlock;
import io.onrecord.normalize.parse.bounded.Bounded;
import io.onrecord.normalize.parse.bounded.Bounded.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Makes blocks of the XHTML events in which Tika reports a file. A line break inside a paragraph
 * ends a block: transcripts typed with Shift-Enter have no other.
 */
final class XhtmlBlocks extends DefaultHandler {
  private static final int DEEPEST = 250;
  private static final int LONGEST_BOLD_HEADING = 80;
  private static final Set<String> UNSEEN = Set.of("script", "style", "head", "title");
  private static final Set<String> BOLD = Set.of("b", "strong");
  private static final Set<String> ENDS =
      Set.of(
          "p",
          "div",
          "ul",
          "ol",
          "li",
          "dl",
          "dt",
          "dd",
          "table",
          "body",
          "blockquote",
          "pre",
          "section",
          "article",
          "figure",
          "figcaption",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6");
  private static final Pattern BULLET = Pattern.compile("^[•‣◦▪●○■□·\\uF0B7\\uF0A7]\\s*(?=\\S)");
  private static final Pattern NUMBER = Pattern.compile("^(?:\\d{1,3}[.)]|[(（]\\d{1,3}[)）])\\s+");

  private final boolean lineFeedsBreak;
  private final List<RawBlock> blocks = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private @Nullable OfficeTable table;
  private BlockType type = BlockType.PARAGRAPH;
  private int level;
  private int unseen;
  private int bold;
  private int boldTo;
  private boolean plain;
  private int depth;
  private int lists;
  private int quotes;
  private int number;
  private long characters;

  XhtmlBlocks(OfficeKind kind) {
    this.lineFeedsBreak = kind != OfficeKind.EPUB;
  }

  List<RawBlock> blocks() {
    flush();
    return blocks;
  }

  @Override
  public void startElement(String uri, String local, String qualified, Attributes attributes) {
    Bounded.check();
    if (++depth > DEEPEST) {
      throw new Refusal("is nested deeper than %d".formatted(DEEPEST));
    }
    String tag = local.toLowerCase(Locale.ROOT);
    String names = attributes.getValue("class") == null ? "" : attributes.getValue("class");
    if (UNSEEN.contains(tag) || unseen > 0) {
      unseen++;
      return;
    }
    bold += BOLD.contains(tag) ? 1 : 0;
    if (table != null) {
      table.starts(tag);
      return;
    }
    if (ENDS.contains(tag)) {
      flush();
      begins(tag, names.toLowerCase(Locale.ROOT));
    } else if (tag.equals("br")) {
      flush();
    }
  }

  private void begins(String tag, String names) {
    switch (tag) {
      case "table" -> table = new OfficeTable();
      case "ul", "ol" -> lists++;
      case "blockquote" -> quotes++;
      default -> {}
    }
    boolean heading = tag.length() == 2 && tag.charAt(0) == 'h' && Character.isDigit(tag.charAt(1));
    level = heading ? tag.charAt(1) - '0' : 0;
    boolean item = tag.equals("li") || lists > 0 || tag.equals("p") && names.contains("list");
    type =
        heading
            ? BlockType.HEADING
            : tag.equals("pre")
                ? BlockType.CODE
                : tag.equals("figcaption")
                    ? BlockType.CAPTION
                    : item
                        ? BlockType.LIST_ITEM
                        : quotes > 0 ? BlockType.QUOTE : BlockType.PARAGRAPH;
  }

  @Override
  public void endElement(String uri, String local, String qualified) {
    depth--;
    String tag = local.toLowerCase(Locale.ROOT);
    if (unseen > 0) {
      unseen--;
      return;
    }
    bold -= BOLD.contains(tag) ? 1 : 0;
    if (table != null) {
      if (table.ends(tag)) {
        table.blocks(this::origin).forEach(blocks::add);
        table = null;
      }
      return;
    }
    if (ENDS.contains(tag)) {
      flush();
      lists -= tag.equals("ul") || tag.equals("ol") ? 1 : 0;
      quotes -= tag.equals("blockquote") ? 1 : 0;
      boolean inside = tag.equals("p") && lists > 0;
      type = inside ? BlockType.LIST_ITEM : BlockType.PARAGRAPH;
      level = 0;
    }
  }

  @Override
  public void characters(char[] all, int from, int length) {
    Bounded.check();
    characters += length;
    if (characters > Bounded.MOST_CHARACTERS) {
      throw new Refusal("has more than %d characters".formatted(Bounded.MOST_CHARACTERS));
    }
    if (unseen > 0) {
      return;
    }
    if (table != null) {
      table.add(all, from, length);
      return;
    }
    for (int i = from; i < from + length; i++) {
      char c = all[i];
      if (c == '\n' && type != BlockType.CODE && text.length() > 0) {
        breakLine();
      } else {
        append(c);
      }
    }
  }

  /** Word's own line breaks arrive as line feeds; in the source of an e-book they are spaces. */
  private void breakLine() {
    if (lineFeedsBreak) {
      flush();
    } else {
      append(' ');
    }
  }

  private void append(char c) {
    boolean code = type == BlockType.CODE;
    boolean space = Character.isWhitespace(c) || c == '\u00A0';
    if (space && !code) {
      if (text.length() > 0 && text.charAt(text.length() - 1) != ' ') {
        text.append(' ');
      }
      return;
    }
    if (Character.isISOControl(c) && !code) {
      return;
    }
    text.append(c);
    if (bold > 0 && !plain) {
      boldTo = text.length();
    } else {
      plain = true;
    }
  }

  @Override
  public void ignorableWhitespace(char[] all, int from, int length) {
    characters(all, from, length);
  }

  private Origin origin() {
    return new Origin.Line(++number, 1, 0);
  }

  private void flush() {
    String words = text.toString().strip();
    if (!words.isEmpty()) {
      blocks.add(block(words, text.substring(0, Math.min(boldTo, text.length())).strip()));
    }
    text.setLength(0);
    boldTo = 0;
    plain = false;
  }

  private RawBlock block(String words, String lead) {
    boolean allBold = lead.length() == words.length();
    if (type == BlockType.HEADING) {
      return new RawBlock(type, words, OptionalInt.of(Math.max(1, level)), "", origin());
    }
    if (type != BlockType.PARAGRAPH) {
      return RawBlock.of(type, words, origin());
    }
    boolean ends = words.matches("(?s).*[.。!！,，;；:：]");
    boolean asks = words.endsWith("?") || words.endsWith("？");
    if (allBold && (asks || words.length() <= LONGEST_BOLD_HEADING && !ends)) {
      return new RawBlock(BlockType.HEADING, words, OptionalInt.of(3), "", origin());
    }
    Matcher bullet = BULLET.matcher(words);
    if (bullet.find()) {
      return RawBlock.of(BlockType.LIST_ITEM, words.substring(bullet.end()), origin());
    }
    if (NUMBER.matcher(words).find()) {
      return RawBlock.of(BlockType.LIST_ITEM, words, origin());
    }
    return new RawBlock(type, words, OptionalInt.empty(), allBold ? "" : lead, origin());
  }
}
