package io.onrecord.benchmarks.extraction;

import de.l3s.boilerpipe.BoilerpipeProcessingException;
import de.l3s.boilerpipe.extractors.ArticleExtractor;
import io.onrecord.normalize.Normalizer;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Pages a second in one thread, by JMH: the whole normalizer from bytes to document, jsoup's parser
 * alone on text that is decoded already, and two other extractors of article text in Java. Every
 * operation is one pass over all pages of the set, so that each sees the same mix.
 *
 * <p>{@code ExtractionSpeed FOLDER_OF_SETS [ROUNDS]}; the set is {@code scrapinghub}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ExtractionSpeed {
  private static final String SET = "scrapinghub";
  private static final String BASELINE = "jsoup";

  /** The folder of sets. */
  @Param("../shared/extraction")
  public String folder = "";

  private final Normalizer normalizer = new Normalizer();
  private final List<GoldPage> pages = new ArrayList<>();
  private final List<byte[]> bodies = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();

  /** Reads the pages and decodes them for those that take text. */
  @Setup
  public void read() {
    for (GoldPage page : set(folder).pages()) {
      byte[] body = GoldSet.read(page);
      pages.add(page);
      bodies.add(body);
      texts.add(new String(body, StandardCharsets.UTF_8));
    }
  }

  /** Bytes to document: all six stages. */
  @Benchmark
  public void onrecord(Blackhole sink) {
    for (int p = 0; p < pages.size(); p++) {
      sink.consume(ExtractionScore.normalize(normalizer, pages.get(p), bodies.get(p)));
    }
  }

  /** Text to a tree and nothing more. */
  @Benchmark
  public void jsoup(Blackhole sink) {
    for (int p = 0; p < pages.size(); p++) {
      sink.consume(Jsoup.parse(texts.get(p), pages.get(p).url()));
    }
  }

  /** Text to article text. */
  @Benchmark
  public void readability4j(Blackhole sink) {
    for (int p = 0; p < pages.size(); p++) {
      sink.consume(new Readability4J(pages.get(p).url(), texts.get(p)).parse().getTextContent());
    }
  }

  /** Text to article text. */
  @Benchmark
  public void boilerpipe(Blackhole sink) throws BoilerpipeProcessingException {
    for (String text : texts) {
      sink.consume(ArticleExtractor.INSTANCE.getText(text));
    }
  }

  private static GoldSet set(String folder) {
    return GoldSet.all(Path.of(folder)).stream()
        .filter(set -> set.name().equals(SET))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException("no set " + SET + " with gold.json under " + folder));
  }

  /** Runs all four and prints pages a second, and each beside jsoup. */
  public static void main(String[] arguments) throws RunnerException {
    if (arguments.length < 1) {
      System.err.println("usage: ExtractionSpeed FOLDER_OF_SETS [ROUNDS]");
      System.exit(2);
    }
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
    int pages = set(arguments[0]).pages().size();
    Options options =
        new OptionsBuilder()
            .include(ExtractionSpeed.class.getName() + "\\.")
            .param("folder", arguments[0])
            .forks(1)
            .threads(1)
            .jvmArgsAppend("-Xmx1g")
            .warmupIterations(rounds)
            .warmupTime(TimeValue.seconds(3))
            .measurementIterations(rounds)
            .measurementTime(TimeValue.seconds(3))
            .build();
    report(pages, new Runner(options).run());
  }

  private static void report(int pages, Collection<RunResult> results) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    double baseline =
        results.stream()
            .filter(result -> name(result).equals(BASELINE))
            .mapToDouble(ExtractionSpeed::millis)
            .findFirst()
            .orElseThrow();
    out.printf("%n%d pages, one thread%n", pages);
    for (RunResult result : results) {
      out.printf(
          Locale.ROOT,
          "%-14s %7.0f pages/s  %.2f of Jsoup.parse%n",
          name(result),
          pages * 1000 / millis(result),
          baseline / millis(result));
    }
  }

  private static String name(RunResult result) {
    String name = result.getParams().getBenchmark();
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static double millis(RunResult result) {
    return result.getPrimaryResult().getScore();
  }
}
