package io.onrecord.benchmarks.extraction;

import io.onrecord.normalize.classify.html.BlockFeatures;
import io.onrecord.normalize.classify.html.ContentModel;
import io.onrecord.normalize.classify.html.Feature;
import io.onrecord.normalize.classify.html.Lexicon;
import io.onrecord.normalize.classify.html.ModelFile;
import io.onrecord.normalize.classify.html.Trees;
import io.onrecord.normalize.parse.Parsed;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Trains the model of main content and writes the file that normalize-service ships.
 *
 * <p>Sites are dealt into ten shares. Share 0 is never looked at here but to report on it. The
 * others are trained on; before that, each page is scored by models that never saw its site, which
 * says more, there being more such pages.
 *
 * <p>Arguments: the folder of sets, the model file to write.
 */
public final class TrainMainContent {
  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

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
    List<Labelled> training =
        sets.stream()
            .flatMap(set -> set.pages().stream())
            .filter(page -> !page.heldOut())
            .map(Labelled::of)
            .toList();
    out.println("pages for training: " + training.size());
    Lessons lessons = new Lessons(training);
    out.println("training pages, each told by models that never saw its site");
    CrossValidation.print(out, sets, CrossValidation.texts(lessons), 0);
    Trees first = lessons.first(page -> true);
    Trees second = lessons.second(page -> true);
    Map<Long, Float> names = lessons.names();
    Map<Long, Float> words = lessons.words();
    ModelFile.write(target, names, words, first, second);
    out.printf("%d names, %d words, %d bytes%n", names.size(), words.size(), Files.size(target));
    importance(first, "first");
    importance(second, "second");
    ContentModel model =
        new ContentModel(new BlockFeatures(Lexicon.of(names), Lexicon.of(words)), first, second);
    out.println("sites that training never saw");
    for (GoldSet set : sets) {
      Map<GoldPage, String> texts = new LinkedHashMap<>();
      for (GoldPage gold : set.pages()) {
        if (gold.heldOut()) {
          Parsed page = Oracle.parse(gold);
          texts.put(gold, CrossValidation.text(page, model.probabilities(page)));
        }
      }
      ExtractionScore.report(out, set, texts);
    }
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
}
