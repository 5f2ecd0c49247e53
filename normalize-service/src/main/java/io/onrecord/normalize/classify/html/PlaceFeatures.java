package io.onrecord.normalize.classify.html;

import static io.onrecord.normalize.classify.html.Feature.*;

import io.onrecord.normalize.parse.Box;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where on the page each block stands, and what else stands there. */
final class PlaceFeatures {
  private static final Map<String, Feature> AROUND =
      Map.ofEntries(
          Map.entry("article", IN_ARTICLE),
          Map.entry("main", IN_MAIN),
          Map.entry("nav", IN_NAV),
          Map.entry("footer", IN_FOOTER),
          Map.entry("aside", IN_ASIDE),
          Map.entry("header", IN_HEADER),
          Map.entry("form", IN_FORM),
          Map.entry("ul", IN_LIST),
          Map.entry("ol", IN_LIST),
          Map.entry("td", IN_TABLE),
          Map.entry("table", IN_TABLE),
          Map.entry("figure", IN_FIGURE),
          Map.entry("a", IN_LINK),
          Map.entry("button", IN_BUTTON));

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
      mainRunning += main(b, box, mainRunning);
    }
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
    for (Map.Entry<String, Feature> tag : AROUND.entrySet()) {
      if (inherited.within(o, tag.getKey())) {
        table.set(b, tag.getValue(), 1);
      }
    }
  }

  private static int tag(@org.jspecify.annotations.Nullable Box box) {
    return box == null ? -1 : TAGS.indexOf(box.tag());
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

  private int main(int b, Box box, int seen) {
    Box main = layout.boxes[layout.main()];
    Box shared = Box.common(box, main);
    boolean inside = shared == main;
    table.set(b, MAIN_INSIDE, inside ? 1 : 0);
    table.set(b, MAIN_UP, main.depth() - shared.depth());
    table.set(b, MAIN_DOWN, box.depth() - shared.depth());
    table.set(
        b,
        MAIN_SHARED,
        (float) layout.textIn[main.order()] / Math.max(1, layout.textIn[shared.order()]));
    float total = Math.max(1, layout.runningIn[main.order()]);
    table.set(b, MAIN_BEFORE, seen / total);
    return inside && layout.running[b] ? layout.shapes[b].length : 0;
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
