package io.onrecord.normalize.classify.html;

import static io.onrecord.normalize.classify.html.Feature.*;

import io.onrecord.document.BlockType;
import io.onrecord.normalize.parse.Declared;
import io.onrecord.normalize.parse.Origin;
import io.onrecord.normalize.parse.Parsed;
import io.onrecord.normalize.parse.RawBlock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Measures every block of a page for the first look of the model. Thread-safe. */
public final class BlockFeatures {
  private final Lexicon names;
  private final Lexicon words;

  /**
   * @param names weights of class names and ids
   * @param words weights of words in short blocks
   */
  public BlockFeatures(Lexicon names, Lexicon words) {
    this.names = names;
    this.words = words;
  }

  /** A page's features, and what is needed to add those of the second look. */
  public static final class Measured {
    private final Layout layout;
    private final Siblings siblings;
    private final BlockTable table;

    private Measured(Layout layout, Siblings siblings, BlockTable table) {
      this.layout = layout;
      this.siblings = siblings;
      this.table = table;
    }

    /** The features. */
    public BlockTable table() {
      return table;
    }

    /** Adds what the first look said. */
    public void secondLook(float[] said) {
      SecondLook.fill(layout, siblings, table, said);
    }
  }

  /** The features of all blocks; those of the second look are still 0. */
  public Measured measure(Parsed page) {
    List<RawBlock> blocks = page.blocks();
    BlockTable table = new BlockTable(blocks.size());
    String title = title(page.declared());
    String body = body(page.declared());
    Overlap overlap = new Overlap(title, description(page.declared()), body);
    Layout layout = new Layout(blocks, new WordScore(words, overlap, table));
    Siblings siblings = new Siblings(layout);
    page(page.declared(), layout, table);
    address(page.source().url(), table);
    new PlaceFeatures(layout, siblings, names, table).fill();
    Map<String, Integer> repeats = new HashMap<>();
    blocks.forEach(block -> repeats.merge(block.text(), 1, Integer::sum));
    for (int b = 0; b < layout.size; b++) {
      RawBlock block = blocks.get(b);
      shape(block, layout, b, table);
      table.set(b, REPEATED, repeats.get(block.text()));
      table.set(b, IS_TITLE, !title.isEmpty() && title.equals(block.text()) ? 1 : 0);
    }
    table.fill(PAGE_DECLARED_BODY, body.isEmpty() ? 0 : 1);
    afterTitle(layout, table);
    headings(layout, table);
    neighbours(layout, table);
    return new Measured(layout, siblings, table);
  }

  private static void shape(RawBlock block, Layout layout, int b, BlockTable table) {
    TextShape shape = layout.shapes[b];
    Origin.Markup at = (Origin.Markup) block.origin();
    table.set(b, LENGTH, shape.length);
    table.set(b, WORDS, shape.words);
    table.set(b, LINK_SHARE, layout.linked[b]);
    table.set(b, LINKS, at.links().size());
    table.set(b, BOLD_SHARE, Math.min(1, (float) at.boldChars() / block.text().length()));
    table.set(b, DIGITS, shape.digits);
    table.set(b, CAPITALS, shape.capitals);
    table.set(b, CJK, shape.cjk);
    table.set(b, SENTENCES, shape.sentences);
    table.set(b, COMMAS, shape.commas);
    table.set(b, SYMBOLS, shape.symbols);
    table.set(b, QUOTES, shape.quotes);
    table.set(b, CLOSED, shape.closed ? 1 : 0);
    table.set(b, COLON, shape.colon ? 1 : 0);
    table.set(b, QUESTION, shape.question ? 1 : 0);
    table.set(b, LOWER_START, shape.lowerStart ? 1 : 0);
    table.set(b, YEARS, shape.years);
    table.set(b, TYPE, type(block.type()));
    table.set(b, LEVEL, block.level().orElse(0));
    table.set(b, BOUNDARY, at.boundary().ordinal());
    table.set(b, HIDDEN, at.box().hidden() ? 1 : 0);
    table.set(b, LEAD, block.lead().length());
  }

  /** Kinds in an order in which one threshold separates text from lists from furniture. */
  private static int type(BlockType type) {
    return switch (type) {
      case HEADING -> 0;
      case PARAGRAPH -> 1;
      case QUOTE -> 2;
      case CODE -> 3;
      case TABLE -> 4;
      case LIST_ITEM -> 5;
      case CAPTION -> 6;
    };
  }

  private static void page(Declared declared, Layout layout, BlockTable table) {
    float text = Math.max(1, layout.text);
    table.fill(PAGE_LENGTH, layout.text);
    table.fill(PAGE_BLOCKS, layout.size);
    table.fill(PAGE_LINKS, layout.linkedText / text);
    table.fill(PAGE_RUNNING, layout.runningText / text);
    table.fill(PAGE_RUNNING_BLOCKS, layout.runningBlocks);
    table.fill(PAGE_LONGEST, layout.longest);
    float main = layout.size == 0 ? 0 : layout.runningIn[layout.main()];
    table.fill(PAGE_MAIN, main / Math.max(1, layout.runningText));
    boolean article =
        declared.tag("og:type").filter(t -> t.contains("article")).isPresent()
            || declared.works().stream().anyMatch(w -> w.type().contains("Article"));
    boolean other = declared.tag("og:type").isPresent() || !declared.works().isEmpty();
    table.fill(PAGE_ARTICLE_TYPE, article ? 2 : other ? 0 : 1);
  }

  /** Addresses of articles are deep and spell out a title, those of listings are not. */
  private static void address(String url, BlockTable table) {
    int path = url.indexOf('/', url.indexOf("://") + 3);
    int depth = 0;
    int words = 0;
    for (int i = path; i >= 0 && i < url.length() && "?#".indexOf(url.charAt(i)) < 0; i++) {
      boolean inner = i + 1 < url.length();
      depth += url.charAt(i) == '/' && inner ? 1 : 0;
      words = url.charAt(i) == '/' && inner ? 0 : words + (url.charAt(i) == '-' ? 1 : 0);
    }
    table.fill(PAGE_ADDRESS_DEPTH, depth);
    table.fill(PAGE_ADDRESS_WORDS, words);
  }

  private static void headings(Layout layout, BlockTable table) {
    int heading = -1;
    for (int b = 0; b < layout.size; b++) {
      table.set(b, HEADING_DISTANCE, heading < 0 ? 200 : Math.min(200, b - heading));
      table.set(b, HEADING_LEVEL, heading < 0 ? 0 : layout.blocks.get(heading).level().orElse(0));
      table.set(b, HEADING_WORDS, heading < 0 ? 0 : table.column(WORD_MEAN)[heading]);
      table.set(b, HEADING_WORST, heading < 0 ? 0 : table.column(WORD_MIN)[heading]);
      heading = layout.blocks.get(b).type() == BlockType.HEADING ? b : heading;
    }
  }

  private static void afterTitle(Layout layout, BlockTable table) {
    int title = -1;
    float[] is = table.column(IS_TITLE);
    float[] in = table.column(IN_TITLE);
    for (int b = 0; b < layout.size && title < 0; b++) {
      boolean heading = layout.blocks.get(b).level().orElse(9) <= 2;
      title = heading && (is[b] == 1 || in[b] > 0.7f) ? b : -1;
    }
    for (int b = 0; b < layout.size && title < 0; b++) {
      title = layout.blocks.get(b).level().orElse(9) == 1 ? b : -1;
    }
    fromTitle(layout, title, table);
    for (int b = 0; b < layout.size; b++) {
      table.set(b, AFTER_TITLE, title < 0 ? -1000 : Math.clamp(b - title, -100, 1000));
    }
  }

  private static void fromTitle(Layout layout, int title, BlockTable table) {
    if (title < 0) {
      table.fill(TITLE_UP, -1);
      table.fill(TITLE_DOWN, -1);
      table.fill(TITLE_SHARE, -1);
      return;
    }
    int box = layout.inner[title];
    int[] sharing = layout.shared(box);
    for (int b = 0; b < layout.size; b++) {
      int shared = sharing[layout.inner[b]];
      table.set(b, TITLE_UP, layout.depth(box) - layout.depth(shared));
      table.set(b, TITLE_DOWN, layout.depth(layout.inner[b]) - layout.depth(shared));
      table.set(b, TITLE_SHARE, (float) layout.textIn[shared] / Math.max(1, layout.text));
    }
  }

  private static void neighbours(Layout layout, BlockTable table) {
    copy(layout, table, -1, LENGTH, PREVIOUS_LENGTH);
    copy(layout, table, -1, LINK_SHARE, PREVIOUS_LINKS);
    copy(layout, table, -1, TYPE, PREVIOUS_TYPE);
    copy(layout, table, -1, CLOSED, PREVIOUS_CLOSED);
    copy(layout, table, -1, WORD_MEAN, PREVIOUS_WORDS);
    copy(layout, table, -2, LENGTH, PREVIOUS2_LENGTH);
    copy(layout, table, -2, LINK_SHARE, PREVIOUS2_LINKS);
    copy(layout, table, 1, LENGTH, NEXT_LENGTH);
    copy(layout, table, 1, LINK_SHARE, NEXT_LINKS);
    copy(layout, table, 1, TYPE, NEXT_TYPE);
    copy(layout, table, 1, CLOSED, NEXT_CLOSED);
    copy(layout, table, 1, WORD_MEAN, NEXT_WORDS);
    copy(layout, table, 2, LENGTH, NEXT2_LENGTH);
    copy(layout, table, 2, LINK_SHARE, NEXT2_LINKS);
    for (int b = 0; b < layout.size; b++) {
      table.set(b, PREVIOUS_SAME_BOX, b > 0 && layout.kind[b - 1] == layout.kind[b] ? 1 : 0);
      boolean next = b + 1 < layout.size && layout.kind[b + 1] == layout.kind[b];
      table.set(b, NEXT_SAME_BOX, next ? 1 : 0);
    }
  }

  static void copy(Layout layout, BlockTable table, int offset, Feature from, Feature to) {
    float[] source = table.column(from);
    for (int b = 0; b < layout.size; b++) {
      int at = b + offset;
      table.set(b, to, at >= 0 && at < layout.size ? source[at] : -1);
    }
  }

  private static String title(Declared declared) {
    return declared.tag("og:title").or(declared::title).orElse("");
  }

  private static String description(Declared declared) {
    return declared.tag("og:description").or(() -> declared.tag("description")).orElse("");
  }

  private static String body(Declared declared) {
    return declared.works().stream()
        .map(Declared.Work::body)
        .flatMap(Optional::stream)
        .filter(body -> body.length() > 300)
        .findFirst()
        .orElse("");
  }
}
