package io.onrecord.normalize.classify.html;

import static io.onrecord.normalize.classify.html.Feature.*;

import io.onrecord.normalize.parse.Box;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where on the page each block stands, and what else stands there. */
final class PlaceFeatures {
  /** A feature that says whether a block is inside one of some tags. */
  private record Around(int tags, Feature feature) {}

  private static final List<Around> AROUND =
      List.of(
          new Around(Inherited.tags("article"), IN_ARTICLE),
          new Around(Inherited.tags("main"), IN_MAIN),
          new Around(Inherited.tags("nav"), IN_NAV),
          new Around(Inherited.tags("footer"), IN_FOOTER),
          new Around(Inherited.tags("aside"), IN_ASIDE),
          new Around(Inherited.tags("header"), IN_HEADER),
          new Around(Inherited.tags("form"), IN_FORM),
          new Around(Inherited.tags("ul", "ol"), IN_LIST),
          new Around(Inherited.tags("td", "table"), IN_TABLE),
          new Around(Inherited.tags("figure"), IN_FIGURE),
          new Around(Inherited.tags("a"), IN_LINK),
          new Around(Inherited.tags("button"), IN_BUTTON));

  /** Tags in an order in which one threshold separates text from lists from furniture. */
  private static final List<String> TAGS =
      List.of(
          "p",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "blockquote",
          "pre",
          "article",
          "main",
          "section",
          "div",
          "body",
          "center",
          "font",
          "td",
          "th",
          "tr",
          "tbody",
          "table",
          "li",
          "ol",
          "ul",
          "dd",
          "dt",
          "dl",
          "figure",
          "figcaption",
          "span",
          "address",
          "header",
          "summary",
          "details",
          "aside",
          "form",
          "fieldset",
          "a",
          "button",
          "option",
          "select",
          "footer",
          "nav",
          "noscript");

  private static final Map<String, Integer> ORDER = new HashMap<>();

  static {
    TAGS.forEach(tag -> ORDER.put(tag, ORDER.size()));
  }

  private final Layout layout;
  private final Lexicon names;
  private final BlockTable table;
  private final Map<String, Float> nameScores = new HashMap<>();

  PlaceFeatures(Layout layout, Lexicon names, BlockTable table) {
    this.layout = layout;
    this.names = names;
    this.table = table;
  }

  void fill() {
    if (layout.size == 0) {
      return;
    }
    Inherited inherited = new Inherited(layout.boxes, this::nameScore);
    table.fill(PAGE_ARTICLES, inherited.articles);
    int before = 0;
    int runningBefore = 0;
    int mainRunning = 0;
    int[] sharing = layout.shared(layout.main());
    for (int b = 0; b < layout.size; b++) {
      Box box = Layout.box(layout.blocks.get(b));
      table.set(b, INDEX, (float) b / layout.size);
      table.set(b, TEXT_BEFORE, (float) before / Math.max(1, layout.text));
      table.set(b, RUNNING_BEFORE, (float) runningBefore / Math.max(1, layout.runningText));
      int now = layout.running[b] ? layout.shapes[b].length : 0;
      table.set(b, RUNNING_AFTER, layout.runningText - runningBefore - now);
      before += layout.shapes[b].length;
      runningBefore += now;
      around(b, box, inherited);
      boxes(b);
      mainRunning += main(b, box.order(), mainRunning, sharing);
    }
    siblings();
    distances();
    kinds();
  }

  private void around(int b, Box box, Inherited inherited) {
    int o = box.order();
    table.set(b, DEPTH, box.depth());
    table.set(b, TAG, tag(layout.boxes[layout.home[b]]));
    table.set(b, OUTER_TAG, tag(layout.boxes[layout.home[b]].parent().orElse(null)));
    table.set(b, NAME_SELF, nameScore(box.names()));
    table.set(b, NAME_OUTER, inherited.outer(layout.home[b]));
    table.set(b, NAME_MIN, inherited.min[o]);
    table.set(b, NAME_MAX, inherited.max[o]);
    table.set(b, NAME_SUM, inherited.sum[o]);
    for (Around around : AROUND) {
      if (inherited.within(o, around.tags())) {
        table.set(b, around.feature(), 1);
      }
    }
  }

  private static int tag(@org.jspecify.annotations.Nullable Box box) {
    return box == null ? -1 : ORDER.getOrDefault(box.tag(), -1);
  }

  private void boxes(int b) {
    Feature[] share = {BOX1_SHARE, BOX2_SHARE, BOX3_SHARE};
    Feature[] links = {BOX1_LINKS, BOX2_LINKS, BOX3_LINKS};
    Feature[] count = {BOX1_BLOCKS, BOX2_BLOCKS, BOX3_BLOCKS};
    Feature[] running = {BOX1_RUNNING, BOX2_RUNNING, BOX3_RUNNING};
    Feature[] mean = {BOX1_MEAN, BOX2_MEAN, BOX3_MEAN};
    int box = layout.home[b];
    for (int k = 0; k < 3; k++) {
      int wider = layout.blocksIn[box] > 1 && k == 0 ? box : layout.wider(box);
      box = wider < 0 ? box : wider;
      float text = Math.max(1, layout.textIn[box]);
      table.set(b, share[k], text / Math.max(1, layout.text));
      table.set(b, links[k], layout.linkedIn[box] / text);
      table.set(b, count[k], layout.blocksIn[box]);
      table.set(b, running[k], layout.runningIn[box] / (float) Math.max(1, layout.runningText));
      table.set(b, mean[k], text / layout.blocksIn[box]);
    }
  }

  private int main(int b, int box, int seen, int[] sharing) {
    int main = layout.main();
    int shared = sharing[box];
    boolean inside = shared == main;
    table.set(b, MAIN_INSIDE, inside ? 1 : 0);
    table.set(b, MAIN_UP, depth(main) - depth(shared));
    table.set(b, MAIN_DOWN, depth(box) - depth(shared));
    table.set(b, MAIN_SHARED, (float) layout.textIn[main] / Math.max(1, layout.textIn[shared]));
    float total = Math.max(1, layout.runningIn[main]);
    table.set(b, MAIN_BEFORE, seen / total);
    return inside && layout.running[b] ? layout.shapes[b].length : 0;
  }

  private int depth(int order) {
    Box box = layout.boxes[order];
    return box == null ? 0 : box.depth();
  }

  private void siblings() {
    Siblings siblings = new Siblings(layout);
    Feature[] count = {SIBLINGS1, SIBLINGS2, SIBLINGS3};
    Feature[] text = {SIBLING_TEXT1, SIBLING_TEXT2, SIBLING_TEXT3};
    for (int b = 0; b < layout.size; b++) {
      Box box = layout.boxes[layout.home[b]];
      for (int k = 0; k < 3; k++) {
        table.set(b, count[k], siblings.count(box.order()));
        table.set(b, text[k], siblings.text(box.order()));
        box = box.parent().orElse(box);
      }
    }
  }

  private void distances() {
    int last = -1000;
    for (int b = 0; b < layout.size; b++) {
      table.set(b, TO_PREVIOUS_RUNNING, Math.min(100, b - last));
      last = layout.running[b] ? b : last;
    }
    last = layout.size + 1000;
    for (int b = layout.size - 1; b >= 0; b--) {
      table.set(b, TO_NEXT_RUNNING, Math.min(100, last - b));
      last = layout.running[b] ? b : last;
    }
  }

  private void kinds() {
    float[] text = new float[layout.kinds];
    float[] linked = new float[layout.kinds];
    float[] running = new float[layout.kinds];
    int[] count = new int[layout.kinds];
    for (int b = 0; b < layout.size; b++) {
      int k = layout.kind[b];
      int length = layout.shapes[b].length;
      text[k] += length;
      linked[k] += length * layout.linked[b];
      running[k] += layout.running[b] ? length : 0;
      count[k]++;
    }
    for (int b = 0; b < layout.size; b++) {
      int k = layout.kind[b];
      table.set(b, KIND_SHARE, text[k] / Math.max(1, layout.text));
      table.set(b, KIND_COUNT, count[k]);
      table.set(b, KIND_MEAN, text[k] / count[k]);
      table.set(b, KIND_LINKS, linked[k] / Math.max(1, text[k]));
      table.set(b, KIND_RUNNING, running[k] / Math.max(1, layout.runningText));
    }
  }

  private float nameScore(String written) {
    if (written.isEmpty()) {
      return 0;
    }
    Float known = nameScores.get(written);
    if (known == null) {
      NameScore score = new NameScore(names);
      Words.names(written, score);
      known = score.value();
      nameScores.put(written, known);
    }
    return known;
  }
}
