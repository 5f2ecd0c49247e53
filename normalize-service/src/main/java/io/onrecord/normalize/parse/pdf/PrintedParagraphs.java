package io.onrecord.normalize.parse.pdf;

import io.onrecord.document.BlockType;
import io.onrecord.normalize.parse.Origin;
import io.onrecord.normalize.parse.RawBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Joins printed lines to paragraphs, over line ends, columns and pages, and tells headings and list
 * items by size, weight and bullets.
 */
final class PrintedParagraphs {
  private static final float GAP = 1.3f;
  private static final float INDENT = 0.8f;
  private static final int LONGEST_HEADING = 200;
  private static final int LONGEST_BOLD_HEADING = 80;
  private static final Pattern BULLET =
      Pattern.compile("^[•‣◦▪●○■□·*–—\\uF0B7\\uF0A7-]\\s+(?=\\S)");
  private static final Pattern NUMBER = Pattern.compile("^(?:\\d{1,3}[.)]|[(（]\\d{1,3}[)）])\\s+");
  private static final Pattern LABEL =
      Pattern.compile("^(?:\\p{Lu}[\\p{L} .'’-]{0,30}|[\\p{IsHan}·]{1,10}) ?[:：](?!//)\\s?\\S?");
  private static final Pattern ENDS = Pattern.compile("[.!?。！？…:：][\"'”’)）」』]*$");

  private final PrintedPage page;
  private final RunningHeads heads;
  private final List<RawBlock> blocks = new ArrayList<>();
  private final List<RawBlock> margins = new ArrayList<>();
  private final List<PrintedLine> open = new ArrayList<>();
  private int number;

  private PrintedParagraphs(PrintedPage page, RunningHeads heads) {
    this.page = page;
    this.heads = heads;
  }

  static List<RawBlock> of(List<PrintedLine> lines, RunningHeads heads) {
    List<PrintedLine> text = lines.stream().filter(line -> !heads.contains(line)).toList();
    PrintedParagraphs paragraphs = new PrintedParagraphs(PrintedPage.of(text), heads);
    for (int i = 0; i < lines.size(); i++) {
      PrintedLine line = lines.get(i);
      if (heads.contains(line)) {
        paragraphs.margin(line);
        continue;
      }
      int end = PrintedTables.end(lines, i);
      if (end > i) {
        paragraphs.table(lines.subList(i, end));
        i = end - 1;
      } else {
        paragraphs.add(line);
      }
    }
    paragraphs.close();
    return paragraphs.blocks;
  }

  private void add(PrintedLine line) {
    if (!open.isEmpty() && begins(open.getLast(), line)) {
      close();
    }
    open.add(line);
  }

  private void margin(PrintedLine line) {
    Origin origin = new Origin.Margin(line.page(), heads.isTop(line));
    margins.add(RawBlock.of(BlockType.PARAGRAPH, line.text(), origin));
    if (open.isEmpty()) {
      close();
    }
  }

  private void table(List<PrintedLine> rows) {
    close();
    blocks.add(RawBlock.of(BlockType.TABLE, PrintedTables.text(rows), origin()));
  }

  /** Whether a paragraph begins with the line. */
  private boolean begins(PrintedLine before, PrintedLine line) {
    boolean heading = page.level(before) > 0;
    if (Math.abs(before.size() - line.size()) > 0.6f || before.allBold() != line.allBold()) {
      return heading || !before.allBold() || line.allBold() || !bridged(before, line);
    }
    if (BULLET.matcher(line.text()).find() || NUMBER.matcher(line.text()).find()) {
      return true;
    }
    boolean full = page.full(before, line);
    boolean ended = ENDS.matcher(before.text()).find();
    if (PrintedPage.newColumn(before, line)) {
      return !full || ended;
    }
    if (line.base() - before.base() > GAP * Math.max(page.leading(), heading ? line.size() : 0)) {
      return true;
    }
    float step = INDENT * line.size();
    boolean first = open.size() == 1;
    if (line.left() > before.left() + step && !(first && full)) {
      return true;
    }
    if (line.left() < before.left() - step && !first) {
      return true;
    }
    return !heading && !full && (ended || LABEL.matcher(line.text()).find());
  }

  /** Whether a line of bold words goes on in plain ones: a label or a lead that fills its line. */
  private boolean bridged(PrintedLine before, PrintedLine line) {
    return page.level(line) == 0
        && page.full(before, line)
        && !PrintedPage.newColumn(before, line)
        && line.base() - before.base() <= GAP * page.leading();
  }

  private void close() {
    if (!open.isEmpty()) {
      blocks.add(block());
      open.clear();
    }
    blocks.addAll(margins);
    margins.clear();
  }

  private RawBlock block() {
    String text = joined();
    PrintedLine first = open.getFirst();
    boolean bold = open.stream().allMatch(PrintedLine::allBold);
    int level = page.level(first);
    if (level > 0 && text.length() <= LONGEST_HEADING) {
      return heading(text, level);
    }
    boolean asks = text.endsWith("?") || text.endsWith("？");
    boolean shortLine = text.length() <= LONGEST_BOLD_HEADING && !ENDS.matcher(text).find();
    if (bold && !LABEL.matcher(text).find() && (asks || shortLine)) {
      return heading(text, Math.min(6, page.headings().size() + 2));
    }
    Matcher bullet = BULLET.matcher(text);
    if (bullet.find()) {
      return RawBlock.of(BlockType.LIST_ITEM, text.substring(bullet.end()), origin());
    }
    if (NUMBER.matcher(text).find()) {
      return RawBlock.of(BlockType.LIST_ITEM, text, origin());
    }
    String lead = bold ? "" : first.bold().strip();
    return new RawBlock(
        BlockType.PARAGRAPH,
        text,
        OptionalInt.empty(),
        text.startsWith(lead) ? lead : "",
        origin());
  }

  private RawBlock heading(String text, int level) {
    return new RawBlock(BlockType.HEADING, text, OptionalInt.of(level), "", origin());
  }

  private Origin origin() {
    return new Origin.Line(++number, 1, 0);
  }

  /** The words of the lines: no space between Chinese characters, no hyphen inside a word. */
  private String joined() {
    StringBuilder text = new StringBuilder();
    for (PrintedLine line : open) {
      String next = line.text();
      int last = text.length() - 1;
      if (last < 0) {
        text.append(next);
        continue;
      }
      boolean letter = last > 0 && Character.isLetter(text.charAt(last - 1));
      boolean lower = Character.isLowerCase(next.charAt(0));
      if (text.charAt(last) == '\u00AD' || text.charAt(last) == '-' && letter && lower) {
        text.setLength(last);
      } else if (text.charAt(last) != '-' && !wide(text.charAt(last)) && !wide(next.charAt(0))) {
        text.append(' ');
      }
      text.append(next);
    }
    return text.toString();
  }

  private static boolean wide(char c) {
    return Character.isIdeographic(c)
        || c >= '\u3000' && c <= '\u303F'
        || c >= '\uFF00' && c <= '\uFF65'
        || c >= '\u3040' && c <= '\u30FF';
  }
}
