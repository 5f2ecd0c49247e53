package io.onrecord.benchmarks.extraction;

import io.onrecord.normalize.Normalizer;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;

/**
 * Pages a second in one thread: the whole normalizer beside jsoup's parser alone, turn by turn on
 * the same pages, so that whatever else the machine does slows both.
 *
 * <p>Arguments: the folder of sets, and optionally how many turns.
 */
public final class NormalizeRate {
  private NormalizeRate() {}

  /** Prints the two rates and their ratio for each turn. */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    int turns = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
    GoldSet set =
        GoldSet.all(Path.of(arguments[0])).stream()
            .filter(s -> s.name().equals("scrapinghub"))
            .findFirst()
            .orElseThrow();
    List<byte[]> bodies = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (GoldPage page : set.pages()) {
      byte[] body = GoldSet.read(page);
      bodies.add(body);
      texts.add(new String(body, StandardCharsets.UTF_8));
    }
    Normalizer normalizer = new Normalizer();
    for (int turn = 0; turn < turns; turn++) {
      long start = System.nanoTime();
      int seen = 0;
      for (int p = 0; p < texts.size(); p++) {
        seen += Jsoup.parse(texts.get(p), set.pages().get(p).url()).childNodeSize();
      }
      long parsed = System.nanoTime();
      for (int p = 0; p < bodies.size(); p++) {
        seen +=
            ExtractionScore.normalize(normalizer, set.pages().get(p), bodies.get(p))
                .blocks()
                .size();
      }
      long normalized = System.nanoTime();
      double parse = bodies.size() * 1e9 / (parsed - start);
      double whole = bodies.size() * 1e9 / (normalized - parsed);
      out.printf(
          Locale.ROOT,
          "turn %2d  parse %6.0f/s  normalize %6.0f/s  ratio %.2f  (%d)%n",
          turn,
          parse,
          whole,
          whole / parse,
          seen);
    }
  }
}
