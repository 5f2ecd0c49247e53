package io.onrecord.benchmarks.extraction;

import io.onrecord.normalize.classify.html.BlockFeatures;
import io.onrecord.normalize.classify.html.BlockTable;
import io.onrecord.normalize.classify.html.ContentModel;
import io.onrecord.normalize.classify.html.Feature;
import io.onrecord.normalize.classify.html.Lexicon;
import io.onrecord.normalize.classify.html.ModelFile;
import io.onrecord.normalize.classify.html.Threshold;
import io.onrecord.normalize.classify.html.Trees;
import io.onrecord.normalize.classify.html.Words;
import io.onrecord.normalize.parse.Box;
import io.onrecord.normalize.parse.Origin;
import io.onrecord.normalize.parse.Parsed;
import io.onrecord.normalize.parse.RawBlock;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Trains the model of main content and writes the file that normalize-service ships.
 *
 * <p>Sites are dealt into five shares. Share 0 is never looked at here but to report on it. The
 * other four are trained on; what the second look learns from is what a first look said that was
 * trained on the other three.
 *
 * <p>Arguments: the folder of sets, the model file to write.
 */
public final class TrainMainContent {
  private static final int DEPTH = 6;
  private static final int FIRST_ROUNDS = Integer.getInteger("first", 100);
  private static final int SECOND_ROUNDS = Integer.getInteger("second", 160);
  private static final double RATE = Double.parseDouble(System.getProperty("rate", "0.1"));

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final Vocabulary names = new Vocabulary(3);
  private final Vocabulary words = new Vocabulary(4);

  private TrainMainContent() {}

  /** Trains and writes. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2) {
      System.err.println("usage: TrainMainContent FOLDER MODEL");
      System.exit(2);
    }
    new TrainMainContent().train(GoldSet.all(Path.of(arguments[0])), Path.of(arguments[1]));
  }

  private void train(List<GoldSet> sets, Path target) throws IOException {
    List<Labelled> training = new ArrayList<>();
    for (GoldSet set : sets) {
      for (GoldPage page : set.pages()) {
        if (!page.heldOut()) {
          training.add(Labelled.of(page));
        }
      }
    }
    out.println("pages for training: " + training.size());
    learnWords(training);
    List<BlockTable> tables = new ArrayList<>();
    for (Labelled page : training) {
      String site = page.gold().site();
      tables.add(new BlockFeatures(names.without(site), words.without(site)).measure(page.page()));
    }
    Trees first = first(training, tables, -1);
    for (int share = 1; share < GoldPage.SHARES; share++) {
      Trees others = first(training, tables, share);
      for (int p = 0; p < training.size(); p++) {
        if (training.get(p).gold().share() == share) {
          ContentModel.secondLook(
              training.get(p).page(), tables.get(p), others.predict(tables.get(p)));
        }
      }
      out.println("first look without share " + share);
    }
    tune(sets, training, tables);
    Trees second = second(training, tables, -1);
    Map<Long, Float> nameWeights = names.all();
    Map<Long, Float> wordWeights = words.all();
    ModelFile.write(target, nameWeights, wordWeights, first, second);
    out.printf(
        "%d names, %d words, %d bytes%n",
        nameWeights.size(), wordWeights.size(), Files.size(target));
    ContentModel model =
        new ContentModel(
            new BlockFeatures(Lexicon.of(nameWeights), Lexicon.of(wordWeights)), first, second);
    importance(first, "first");
    importance(second, "second");
    out.println("sites that training never saw");
    for (GoldSet set : sets) {
      Map<GoldPage, String> texts = new LinkedHashMap<>();
      for (GoldPage gold : set.pages()) {
        if (gold.heldOut()) {
          Parsed page = Oracle.parse(gold);
          texts.put(gold, text(page, model.probabilities(page)));
        }
      }
      ExtractionScore.report(out, set, texts);
    }
  }

  /** What to tune by: every training page as told by second looks trained on other shares. */
  private void tune(List<GoldSet> sets, List<Labelled> training, List<BlockTable> tables) {
    if (!Boolean.getBoolean("tune")) {
      return;
    }
    Map<GoldPage, String> texts = new LinkedHashMap<>();
    for (int share = 1; share < GoldPage.SHARES; share++) {
      Trees others = second(training, tables, share);
      for (int p = 0; p < training.size(); p++) {
        Labelled page = training.get(p);
        if (page.gold().share() == share) {
          float[] told = others.predict(tables.get(p));
          texts.put(page.gold(), text(page.page(), told));
        }
      }
    }
    out.println("training pages, each told by models of other shares");
    for (GoldSet set : sets) {
      Map<GoldPage, String> some = new LinkedHashMap<>(texts);
      some.keySet().removeIf(page -> !page.set().equals(set.name()));
      ExtractionScore.report(out, set, some);
      worst(set, some);
    }
  }

  private void worst(GoldSet set, Map<GoldPage, String> texts) {
    record Page(String id, Score.Counts counts) {}
    texts.entrySet().stream()
        .map(e -> new Page(e.getKey().id(), set.metric().count(e.getKey(), e.getValue())))
        .sorted(
            java.util.Comparator.comparingDouble(
                p ->
                    p.counts().hit()
                        / (p.counts().hit() + p.counts().wrong() + p.counts().missed())))
        .limit(12)
        .forEach(
            p ->
                out.printf(
                    "    worst %s P %.2f R %.2f%n",
                    p.id(), p.counts().precision(), p.counts().recall()));
  }

  private void learnWords(List<Labelled> pages) {
    double content = 0;
    double all = 0;
    for (Labelled page : pages) {
      for (int b = 0; b < page.labels().length; b++) {
        double label = page.labels()[b];
        if (label < 0) {
          continue;
        }
        double weight = page.weights()[b];
        content += label * weight;
        all += weight;
        RawBlock block = page.page().blocks().get(b);
        String site = page.gold().site();
        for (Box box = ((Origin.Markup) block.origin()).box();
            box != null;
            box = box.parent().orElse(null)) {
          Words.names(box.names(), name -> names.add(site, name, label, weight));
        }
        if (block.text().length() <= 300) {
          Words.words(block.text(), word -> words.add(site, word, label, 1));
        }
      }
    }
    names.close(content / all);
    words.close(0.3);
  }

  private static Trees first(List<Labelled> pages, List<BlockTable> tables, int without) {
    return new Boosting(features(Feature.FIRST.ordinal()), FIRST_ROUNDS, DEPTH, 0.15)
        .train(rows(pages, tables, without));
  }

  private static Trees second(List<Labelled> pages, List<BlockTable> tables, int without) {
    return new Boosting(features(Feature.values().length), SECOND_ROUNDS, DEPTH, RATE)
        .train(rows(pages, tables, without));
  }

  private static Rows rows(List<Labelled> pages, List<BlockTable> tables, int without) {
    List<Labelled> some = new ArrayList<>();
    List<BlockTable> their = new ArrayList<>();
    for (int p = 0; p < pages.size(); p++) {
      if (pages.get(p).gold().share() != without) {
        some.add(pages.get(p));
        their.add(tables.get(p));
      }
    }
    return new Rows(some, their);
  }

  private static int[] features(int count) {
    return IntStream.range(0, count).toArray();
  }

  private void importance(Trees trees, String name) {
    Map<String, Integer> used = new LinkedHashMap<>();
    for (Trees.Tree tree : trees.trees()) {
      for (int f : tree.features()) {
        used.merge(Feature.values()[f].name(), 1, Integer::sum);
      }
    }
    out.println(name + " look asks for");
    used.entrySet().stream()
        .sorted((a, b) -> b.getValue() - a.getValue())
        .limit(40)
        .forEach(e -> out.print(e.getKey() + " " + e.getValue() + "; "));
    out.println();
  }

  private static String text(Parsed page, float[] p) {
    float keep = Threshold.of(page, p);
    List<String> kept = new ArrayList<>();
    for (int b = 0; b < p.length; b++) {
      if (p[b] >= keep) {
        kept.add(page.blocks().get(b).text());
      }
    }
    return String.join("\n\n", kept);
  }
}
