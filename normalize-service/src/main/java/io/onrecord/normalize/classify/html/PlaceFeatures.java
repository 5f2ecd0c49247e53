package io.onrecord.normalize.classify.html;

import static io.onrecord.normalize.classify.html.Feature.*;
import static io.onrecord.normalize.classify.html.Feature.PART_AFTER;
import static io.onrecord.normalize.classify.html.Feature.PART_ALIKE;
import static io.onrecord.normalize.classify.html.Feature.PART_BEFORE;
import static io.onrecord.normalize.classify.html.Feature.PART_BLOCKS;
import static io.onrecord.normalize.classify.html.Feature.PART_LENGTH;
import static io.onrecord.normalize.classify.html.Feature.PART_LINKS;
import static io.onrecord.normalize.classify.html.Feature.PART_NAMES;
import static io.onrecord.normalize.classify.html.Feature.PART_RUNNING;
import static io.onrecord.normalize.classify.html.Feature.PART_TAG;
import static io.onrecord.normalize.classify.html.Feature.PATH_COUNT;
import static io.onrecord.normalize.classify.html.Feature.PATH_LINKS;
import static io.onrecord.normalize.classify.html.Feature.PATH_MEAN;
import static io.onrecord.normalize.classify.html.Feature.PATH_RUNNING;
import static io.onrecord.normalize.classify.html.Feature.PATH_SHARE;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where on the page each block stands, and what else stands there. */
final class PlaceFeatures {
  /** Tags in an order in which one threshold separates text from lists from furniture. */
  static final List<String> TAGS =
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

  private static final Feature[][] BOXES = {
    {BOX1_SHARE, BOX1_LINKS, BOX1_BLOCKS, BOX1_RUNNING, BOX1_MEAN},
    {BOX2_SHARE, BOX2_LINKS, BOX2_BLOCKS, BOX2_RUNNING, BOX2_MEAN},
    {BOX3_SHARE, BOX3_LINKS, BOX3_BLOCKS, BOX3_RUNNING, BOX3_MEAN}
  };
  private static final Feature[] KIND = {
    KIND_SHARE, KIND_COUNT, KIND_MEAN, KIND_LINKS, KIND_RUNNING
  };
  private static final Feature[] PATH = {
    PATH_SHARE, PATH_COUNT, PATH_MEAN, PATH_LINKS, PATH_RUNNING
  };
  private static final Feature[] SIBLINGS = {SIBLINGS1, SIBLINGS2, SIBLINGS3};
  private static final Feature[] SIBLING_INDEX = {SIBLING_INDEX1, SIBLING_INDEX2, SIBLING_INDEX3};
  private static final Feature[] SIBLING_TEXT = {SIBLING_TEXT1, SIBLING_TEXT2, SIBLING_TEXT3};

  private final Layout layout;
  private final Lexicon names;
  private final BlockTable table;
  private final Siblings siblings;
  private final Map<String, Float> nameScores = new HashMap<>();

  PlaceFeatures(Layout layout, Siblings siblings, Lexicon names, BlockTable table) {
    this.layout = layout;
    this.siblings = siblings;
    this.names = names;
    this.table = table;
  }

  void fill() {
    if (layout.size == 0) {
      return;
    }
    Inherited inherited = new Inherited(layout, this::nameScore);
    table.fill(PAGE_ARTICLES, inherited.articles);
    int before = 0;
    int runningBefore = 0;
    for (int b = 0; b < layout.size; b++) {
      table.set(b, INDEX, (float) b / layout.size);
      table.set(b, TEXT_BEFORE, (float) before / Math.max(1, layout.text));
      table.set(b, RUNNING_BEFORE, (float) runningBefore / Math.max(1, layout.runningText));
      int now = layout.running[b] ? layout.shapes[b].length : 0;
      table.set(b, RUNNING_AFTER, layout.runningText - runningBefore - now);
      before += layout.shapes[b].length;
      runningBefore += now;
      around(b, inherited);
      boxes(b);
    }
    main(inherited);
    siblings();
    distances();
    places(layout.kind, layout.kinds, KIND);
    places(layout.path, layout.paths, PATH);
  }

  private void around(int b, Inherited inherited) {
    int inner = layout.inner[b];
    int home = layout.home[b];
    table.set(b, DEPTH, layout.depth(inner));
    table.set(b, TAG, inherited.tag[home]);
    table.set(b, OUTER_TAG, layout.parents[home] < 0 ? -1 : inherited.tag[layout.parents[home]]);
    table.set(b, NAME_SELF, inherited.self[inner]);
    table.set(b, NAME_OUTER, inherited.outer(home));
    table.set(b, NAME_MIN, inherited.min[inner]);
    table.set(b, NAME_MAX, inherited.max[inner]);
    table.set(b, NAME_SUM, inherited.sum[inner]);
    for (Around around : AROUND) {
      if (inherited.within(inner, around.tags())) {
        table.set(b, around.feature(), 1);
      }
    }
  }

  /** The number of a tag; -1 for one that is not known. */
  static int tag(String name) {
    return ORDER.getOrDefault(name, -1);
  }

  private void boxes(int b) {
    int box = layout.home[b];
    for (int k = 0; k < BOXES.length; k++) {
      int wider = layout.blocksIn[box] > 1 && k == 0 ? box : layout.wider(box);
      box = wider < 0 ? box : wider;
      float text = Math.max(1, layout.textIn[box]);
      table.set(b, BOXES[k][0], text / Math.max(1, layout.text));
      table.set(b, BOXES[k][1], layout.linkedIn[box] / text);
      table.set(b, BOXES[k][2], layout.blocksIn[box]);
      table.set(b, BOXES[k][3], layout.runningIn[box] / (float) Math.max(1, layout.runningText));
      table.set(b, BOXES[k][4], text / layout.blocksIn[box]);
    }
  }

  private void main(Inherited inherited) {
    int main = layout.main();
    int[] sharing = layout.shared(main);
    int[] parts = layout.parts(sharing);
    float total = Math.max(1, layout.runningIn[main]);
    int seen = 0;
    for (int b = 0; b < layout.size; b++) {
      int box = layout.inner[b];
      int shared = sharing[box];
      boolean inside = shared == main;
      table.set(b, MAIN_INSIDE, inside ? 1 : 0);
      table.set(b, MAIN_UP, layout.depth(main) - layout.depth(shared));
      table.set(b, MAIN_DOWN, layout.depth(box) - layout.depth(shared));
      table.set(b, MAIN_SHARED, (float) layout.textIn[main] / Math.max(1, layout.textIn[shared]));
      table.set(b, MAIN_BEFORE, seen / total);
      table.set(b, PART_BEFORE, seen);
      seen += inside && layout.running[b] ? layout.shapes[b].length : 0;
      table.set(b, PART_AFTER, layout.runningIn[main] - seen);
      int part = parts[box];
      float text = Math.max(1, layout.textIn[part]);
      table.set(b, PART_LENGTH, text);
      table.set(b, PART_BLOCKS, layout.blocksIn[part]);
      table.set(b, PART_LINKS, layout.linkedIn[part] / text);
      table.set(b, PART_RUNNING, layout.runningIn[part] / text);
      table.set(b, PART_NAMES, inherited.self[part]);
      table.set(b, PART_TAG, inherited.tag[part]);
      table.set(b, PART_ALIKE, siblings.count(part));
    }
  }

  private void siblings() {
    for (int b = 0; b < layout.size; b++) {
      int box = layout.home[b];
      for (int k = 0; k < SIBLINGS.length; k++) {
        table.set(b, SIBLINGS[k], siblings.count(box));
        table.set(b, SIBLING_TEXT[k], siblings.text(box));
        table.set(b, SIBLING_INDEX[k], siblings.index[box]);
        box = layout.parents[box] < 0 ? box : layout.parents[box];
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

  private void places(int[] place, int places, Feature[] features) {
    float[] text = new float[places];
    float[] linked = new float[places];
    float[] running = new float[places];
    int[] count = new int[places];
    for (int b = 0; b < layout.size; b++) {
      int k = place[b];
      int length = layout.shapes[b].length;
      text[k] += length;
      linked[k] += length * layout.linked[b];
      running[k] += layout.running[b] ? length : 0;
      count[k]++;
    }
    for (int b = 0; b < layout.size; b++) {
      int k = place[b];
      table.set(b, features[0], text[k] / Math.max(1, layout.text));
      table.set(b, features[1], count[k]);
      table.set(b, features[2], text[k] / count[k]);
      table.set(b, features[3], linked[k] / Math.max(1, text[k]));
      table.set(b, features[4], running[k] / Math.max(1, layout.runningText));
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
