package io.onrecord.benchmarks.extraction;

import io.onrecord.normalize.classify.html.Threshold;
import io.onrecord.normalize.classify.html.Trees;
import io.onrecord.normalize.parse.Parsed;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Scores every page by models that were trained without its site: the number to raise, since pages
 * of sites in training flatter.
 *
 * <p>Arguments: the folder of sets, and optionally how many of each set's worst pages to name.
 */
public final class CrossValidation {
  private CrossValidation() {}

  /** Prints the table. */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    List<GoldSet> sets = GoldSet.all(Path.of(arguments[0]));
    int worst = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 0;
    Lessons lessons =
        new Lessons(sets.stream().flatMap(s -> s.pages().stream()).map(Labelled::of).toList());
    print(out, sets, texts(lessons), worst);
  }

  /** The text of every page as told by a model that never saw its site. */
  static Map<GoldPage, String> texts(Lessons lessons) {
    Map<GoldPage, String> texts = new LinkedHashMap<>();
    for (int fold = 0; fold < Lessons.FOLDS; fold++) {
      Trees others = lessons.second(lessons.outside(fold));
      for (int p = 0; p < lessons.pages().size(); p++) {
        Labelled page = lessons.pages().get(p);
        if (page.gold().fold() == fold) {
          texts.put(page.gold(), text(page.page(), lessons.told(p, others)));
        }
      }
    }
    return texts;
  }

  static void print(PrintStream out, List<GoldSet> sets, Map<GoldPage, String> texts, int worst) {
    for (GoldSet set : sets) {
      Map<GoldPage, String> some = new LinkedHashMap<>();
      for (GoldPage page : set.pages()) {
        if (texts.containsKey(page)) {
          some.put(page, texts.get(page));
        }
      }
      ExtractionScore.report(out, set, some);
      worst(out, set, some, worst);
    }
  }

  private static void worst(PrintStream out, GoldSet set, Map<GoldPage, String> texts, int how) {
    record Page(String id, Score.Counts counts) {
      double share() {
        return counts.hit() / (counts.hit() + counts.wrong() + counts.missed());
      }
    }
    texts.entrySet().stream()
        .map(e -> new Page(e.getKey().id(), set.metric().count(e.getKey(), e.getValue())))
        .sorted(Comparator.comparingDouble(Page::share))
        .limit(how)
        .forEach(
            p ->
                out.printf(
                    "    worst %s P %.2f R %.2f%n",
                    p.id(), p.counts().precision(), p.counts().recall()));
  }

  static String text(Parsed page, float[] likely) {
    float keep = Threshold.of(page, likely);
    List<String> kept = new ArrayList<>();
    for (int b = 0; b < likely.length; b++) {
      if (likely[b] >= keep) {
        kept.add(page.blocks().get(b).text());
      }
    }
    return String.join("\n\n", kept);
  }
}
