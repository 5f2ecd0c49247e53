package io.onrecord.benchmarks.extraction;

import io.onrecord.benchmarks.extraction.Score.Counts;
import io.onrecord.document.Document;
import io.onrecord.normalize.Normalizer;
import io.onrecord.normalize.RawPage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs the whole normalizer over every set and prints precision, recall and F1: all pages, the
 * pages that training never saw, and by type and script.
 *
 * <p>Arguments: the folder of sets, and optionally a folder for {@code <set>.json} with each page's
 * text and the name of one set.
 */
public final class ExtractionScore {
  private static final Instant FETCHED = Instant.parse("2026-01-01T00:00:00Z");

  private ExtractionScore() {}

  /** Prints the table. */
  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (arguments.length < 1) {
      System.err.println("usage: ExtractionScore FOLDER [OUT [SET]]");
      System.exit(2);
    }
    Normalizer normalizer = new Normalizer();
    for (GoldSet set : GoldSet.all(Path.of(arguments[0]))) {
      if (arguments.length > 2 && !set.name().equals(arguments[2])) {
        continue;
      }
      Map<GoldPage, String> texts = new LinkedHashMap<>();
      long nanos = 0;
      for (GoldPage page : set.pages()) {
        byte[] body = GoldSet.read(page);
        long start = System.nanoTime();
        texts.put(page, normalize(normalizer, page, body).text());
        nanos += System.nanoTime() - start;
      }
      report(out, set, texts);
      out.printf(Locale.ROOT, "%-34s %.0f pages/s%n", "", set.pages().size() * 1e9 / nanos);
      if (arguments.length > 1) {
        write(Path.of(arguments[1]), set.name(), texts);
      }
    }
  }

  static Document normalize(Normalizer normalizer, GoldPage page, byte[] body) {
    return normalizer.normalize(RawPage.of(page.url(), Optional.of("text/html"), FETCHED, body));
  }

  static void report(PrintStream out, GoldSet set, Map<GoldPage, String> texts) {
    line(out, set, "all", texts, page -> "all");
    line(out, set, "", texts, page -> page.heldOut() ? "held out" : "seen");
    if (set.name().startsWith("magic")) {
      line(out, set, "", texts, page -> page.script());
    }
    if (set.name().startsWith("wcxb")) {
      line(out, set, "", texts, page -> page.type());
      line(out, set, "", texts, page -> page.heldOut() ? "held out " + page.type() : "seen");
    }
  }

  private static void line(
      PrintStream out,
      GoldSet set,
      String label,
      Map<GoldPage, String> texts,
      Function<GoldPage, String> group) {
    Map<String, List<Counts>> groups = new TreeMap<>();
    texts.forEach(
        (page, text) ->
            groups
                .computeIfAbsent(group.apply(page), g -> new ArrayList<>())
                .add(set.metric().count(page, text)));
    groups.forEach(
        (name, counts) -> {
          if (name.equals("seen")) {
            return;
          }
          Score score = set.metric().score(counts);
          out.printf(
              Locale.ROOT,
              "%-17s %-22s n=%-5d F1 %.4f  P %.4f  R %.4f%n",
              label.isEmpty() ? "" : set.name(),
              name,
              counts.size(),
              score.f1(),
              score.precision(),
              score.recall());
        });
  }

  private static void write(Path folder, String set, Map<GoldPage, String> texts)
      throws IOException {
    Map<String, Map<String, String>> predictions = new LinkedHashMap<>();
    texts.forEach((page, text) -> predictions.put(page.id(), Map.of("articleBody", text)));
    Files.createDirectories(folder);
    JsonMapper.builder().build().writeValue(folder.resolve(set + ".json"), predictions);
  }
}
