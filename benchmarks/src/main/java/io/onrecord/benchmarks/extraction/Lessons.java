package io.onrecord.benchmarks.extraction;

import io.onrecord.normalize.classify.html.BlockFeatures;
import io.onrecord.normalize.classify.html.BlockFeatures.Measured;
import io.onrecord.normalize.classify.html.Feature;
import io.onrecord.normalize.classify.html.Trees;
import io.onrecord.normalize.classify.html.Words;
import io.onrecord.normalize.parse.Box;
import io.onrecord.normalize.parse.Origin;
import io.onrecord.normalize.parse.RawBlock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * Labelled pages, measured so that a page never hears what its own site taught: the words come from
 * other sites, and what the first look says of a page was learned on other folds.
 */
final class Lessons {
  static final int FOLDS = 5;
  private static final int FIRST_FEATURES = Feature.FIRST.ordinal();
  private static final int ALL_FEATURES = Feature.values().length;
  private static final Boosting.Settings FIRST =
      new Boosting.Settings(FIRST_FEATURES, 100, 6, 0.15, 6, 0.2, 0.3, 7);
  private static final Boosting.Settings SECOND =
      new Boosting.Settings(ALL_FEATURES, 200, 6, 0.09, 6, 0.2, 0.3, 7);

  private final List<Labelled> pages;
  private final List<Measured> measured = new ArrayList<>();
  private final Binned rows;
  private final Vocabulary names = new Vocabulary(3);
  private final Vocabulary words = new Vocabulary(4);

  Lessons(List<Labelled> pages) {
    this.pages = pages;
    learnWords();
    for (Labelled page : pages) {
      String site = page.gold().site();
      measured.add(
          new BlockFeatures(names.without(site), words.without(site)).measure(page.page()));
    }
    rows = new Binned(pages, measured.stream().map(Measured::table).toList());
    rows.read(0, FIRST_FEATURES);
    for (int fold = 0; fold < FOLDS; fold++) {
      Trees others = first(outside(fold));
      for (int p = 0; p < pages.size(); p++) {
        if (pages.get(p).gold().fold() == fold) {
          Measured page = measured.get(p);
          page.secondLook(others.predict(page.table()));
        }
      }
    }
    rows.read(FIRST_FEATURES, ALL_FEATURES);
  }

  List<Labelled> pages() {
    return pages;
  }

  /** How likely each block of a page is content, as told by a model. */
  float[] told(int page, Trees second) {
    return second.predict(measured.get(page).table());
  }

  Map<Long, Float> names() {
    return names.all();
  }

  Map<Long, Float> words() {
    return words.all();
  }

  /** Pages outside of a fold. */
  IntPredicate outside(int fold) {
    return p -> pages.get(p).gold().fold() != fold;
  }

  Trees first(IntPredicate some) {
    return new Boosting(FIRST).train(rows, some);
  }

  Trees second(IntPredicate some) {
    return new Boosting(SECOND).train(rows, some);
  }

  private void learnWords() {
    double content = 0;
    double all = 0;
    for (Labelled page : pages) {
      String site = page.gold().site();
      Map<Box, double[]> boxes = new IdentityHashMap<>();
      for (int b = 0; b < page.labels().length; b++) {
        double label = page.labels()[b];
        if (label < 0) {
          continue;
        }
        double weight = page.weights()[b];
        content += label * weight;
        all += weight;
        RawBlock block = page.page().blocks().get(b);
        double[] sums =
            boxes.computeIfAbsent(((Origin.Markup) block.origin()).box(), x -> new double[2]);
        sums[0] += label * weight;
        sums[1] += weight;
        if (block.text().length() <= 300) {
          Words.words(block.text(), word -> words.add(site, word, label, 1));
        }
      }
      learnNames(site, boxes);
    }
    names.close(content / all);
    words.close(0.3);
  }

  /** A name speaks for all text in its box and in the boxes inside. */
  private void learnNames(String site, Map<Box, double[]> innermost) {
    Map<Integer, Box> boxes = new TreeMap<>(Comparator.reverseOrder());
    Map<Integer, double[]> sums = new HashMap<>();
    innermost.forEach(
        (inner, own) -> {
          sums.put(inner.order(), own);
          for (Box box = inner;
              box != null && boxes.put(box.order(), box) == null;
              box = box.parent().orElse(null)) {}
        });
    boxes.forEach(
        (order, box) -> {
          double[] own = sums.get(order);
          Words.names(box.names(), name -> names.add(site, name, own[0], own[1]));
          box.parent()
              .ifPresent(
                  parent -> {
                    double[] wider = sums.computeIfAbsent(parent.order(), o -> new double[2]);
                    wider[0] += own[0];
                    wider[1] += own[1];
                  });
        });
  }
}
