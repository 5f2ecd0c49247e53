package io.onrecord.normalize.classify.text;

import io.onrecord.document.Category;
import io.onrecord.normalize.classify.Judged;
import io.onrecord.normalize.classify.Labelled;
import io.onrecord.normalize.classify.Verdict;
import io.onrecord.normalize.classify.text.Lines.Furniture;
import io.onrecord.normalize.classify.text.Lines.Place;
import io.onrecord.normalize.cue.CueTable;
import io.onrecord.normalize.parse.Origin;
import io.onrecord.normalize.parse.Parsed;
import io.onrecord.normalize.parse.RawBlock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells content from everything else on a page without markup. Thread-safe. */
public final class TextClassifier {
  private static final int REPEATS = 3;
  private static final int REPEATED_LENGTH = 60;
  private static final int SHORT_SENTENCE = 6;

  private final Lines lines = new Lines();
  private final Tail tail = new Tail(CueTable.load("promo"));

  /** Every paragraph of the page with its verdict. */
  public Labelled classify(Parsed page) {
    if (recorded(page)) {
      return Labelled.unread(
          page.blocks().stream().map(b -> new Judged(b, new Verdict.Keep(0.9))).toList());
    }
    PageText text = new PageText(LeadingResidue.split(page.blocks()), lines);
    furnitureAnywhere(text);
    repetitions(text);
    int body = body(text);
    if (body == text.size()) {
      nothing(text);
    } else {
      Head.decide(text, body);
      sections(text, body);
      tail.decide(text, body);
    }
    return new Labelled(judged(text), text.labels());
  }

  /** Captions have no page around them. */
  private static boolean recorded(Parsed page) {
    return switch (page.format()) {
      case SUBRIP, WEBVTT, PODCAST_JSON -> true;
      case HTML, MARKDOWN, PLAIN_TEXT, PDF, OFFICE -> false;
    };
  }

  private static void furnitureAnywhere(PageText page) {
    for (int i = 0; i < page.size(); i++) {
      if (page.block(i).origin() instanceof Origin.Margin margin) {
        page.remove(i, margin(margin));
      }
      if (!page.shape(i).letters()) {
        page.remove(i, new Verdict.Remove(Category.MARKUP_RESIDUE, "text.no-letters", 0.8));
      }
      Furniture furniture = page.furniture(i).filter(f -> f.place() == Place.ANY).orElse(null);
      if (furniture != null) {
        page.remove(i, furniture, 0.95);
      }
    }
  }

  private static Verdict.Remove margin(Origin.Margin margin) {
    return margin.top()
        ? new Verdict.Remove(Category.SITE_HEADER, "page.running-head", 0.9)
        : new Verdict.Remove(Category.SITE_FOOTER, "page.running-foot", 0.9);
  }

  /** A short line that comes again and again is printed by the page, not by its author. */
  private static void repetitions(PageText page) {
    Map<String, Integer> counts = new HashMap<>();
    for (int i = 0; i < page.size(); i++) {
      if (repeatable(page, i)) {
        counts.merge(page.folded(i), 1, Integer::sum);
      }
    }
    for (int i = 0; i < page.size(); i++) {
      if (repeatable(page, i) && counts.get(page.folded(i)) >= REPEATS) {
        page.remove(i, new Verdict.Remove(Category.SITE_HEADER, "text.repeated-line", 0.8));
      }
    }
  }

  private static boolean repeatable(PageText page, int i) {
    return !page.labelled(i)
        && !page.removed(i)
        && page.folded(i).length() <= REPEATED_LENGTH
        && !page.shape(i).sentence()
        && !page.folded(i).startsWith("[")
        && !page.folded(i).startsWith("(");
  }

  /**
   * The first paragraph that is read rather than looked at; on a page of short lines the first that
   * is a sentence; the size where there is none.
   */
  private static int body(PageText page) {
    for (int i = 0; i < page.size(); i++) {
      if (open(page, i)
          && (page.labelled(i) || Shape.readable(page.block(i)) && !titled(page, i))) {
        return i;
      }
    }
    for (int i = 0; i < page.size(); i++) {
      if (open(page, i) && page.shape(i).sentence() && page.shape(i).weight() >= SHORT_SENTENCE) {
        return i;
      }
    }
    return page.size();
  }

  /** Whether nothing says yet that the paragraph is no content. */
  private static boolean open(PageText page, int i) {
    return !page.removed(i)
        && page.furniture(i).filter(f -> f.above() || f.place() == Place.REST).isEmpty();
  }

  /** A long title without a full stop, with a byline below it, is no body yet. */
  private static boolean titled(PageText page, int i) {
    if (page.shape(i).sentence() && page.folded(i).endsWith(".") || i > 20) {
      return false;
    }
    if (page.shape(i).weight() > 240) {
      return false;
    }
    for (int j = i + 1; j < Math.min(page.size(), i + 3); j++) {
      boolean meta =
          page.furniture(j)
              .filter(f -> f.category() == Category.CREDITS || f.category() == Category.SITE_HEADER)
              .isPresent();
      if (meta) {
        return true;
      }
    }
    return false;
  }

  private static void nothing(PageText page) {
    for (int i = 0; i < page.size(); i++) {
      if (page.furniture(i).isPresent()) {
        page.remove(i, page.furniture(i).orElseThrow(), 0.8);
      } else {
        page.remove(i, new Verdict.Remove(Category.NAVIGATION, "text.no-body", 0.6));
      }
    }
  }

  /** The heading of a list of links, with the list, wherever it stands below the first labels. */
  private static void sections(PageText page, int body) {
    int lastLabelled = page.size() - 1;
    while (lastLabelled >= 0 && !page.labelled(lastLabelled)) {
      lastLabelled--;
    }
    for (int i = body; i < lastLabelled; i++) {
      Furniture furniture = page.furniture(i).filter(f -> f.place() == Place.SECTION).orElse(null);
      if (furniture == null || page.removed(i)) {
        continue;
      }
      int end = i + 1;
      while (end < page.size() && !page.labelled(end) && !page.shape(end).prose()) {
        end++;
      }
      if (end - i >= 2 && end < page.size() && page.labelled(end)) {
        for (int j = i; j < end; j++) {
          page.remove(j, furniture, 0.7);
        }
      }
    }
  }

  private static List<Judged> judged(PageText page) {
    List<Judged> judged = new ArrayList<>();
    for (int i = 0; i < page.size(); i++) {
      RawBlock block = page.block(i);
      Verdict verdict = page.removal(i).map(r -> (Verdict) r).orElse(new Verdict.Keep(0.8));
      judged.add(new Judged(block, verdict));
    }
    return judged;
  }
}
