package io.onrecord.benchmarks.extraction;

import io.onrecord.event.Sha256;
import io.onrecord.normalize.Normalizer;
import io.onrecord.normalize.classify.Classified;
import io.onrecord.normalize.classify.Judged;
import io.onrecord.normalize.classify.Labelled;
import io.onrecord.normalize.classify.html.MarkupClassifier;
import io.onrecord.normalize.classify.talk.TalkBlocks;
import io.onrecord.normalize.decode.Decoded;
import io.onrecord.normalize.decode.Decoder;
import io.onrecord.normalize.fingerprint.Fingerprinter;
import io.onrecord.normalize.parse.PageParser;
import io.onrecord.normalize.parse.Parsed;
import io.onrecord.normalize.parse.Source;
import io.onrecord.normalize.repair.PageRepair;
import io.onrecord.normalize.repair.Repaired;
import io.onrecord.normalize.structure.Structured;
import io.onrecord.normalize.structure.Structurer;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jsoup.Jsoup;

/**
 * Where the time of a page goes: microseconds of processor time a page for each stage of the
 * normalizer, beside jsoup's parser alone on the same page in the same run. {@code classify} is
 * shown in its two parts; {@code whole} is {@code Normalizer.normalize}, and what it takes beyond
 * the sum of the stages is the making of the document.
 *
 * <p>Arguments: the folder of sets, and optionally how many turns and the name of the set.
 */
public final class StageTimes {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final Instant FETCHED = Instant.parse("2026-01-01T00:00:00Z");

  private final Normalizer normalizer = new Normalizer();
  private final Decoder decoder = new Decoder();
  private final PageParser parser = new PageParser();
  private final PageRepair repair = new PageRepair();
  private final MarkupClassifier markup = new MarkupClassifier();
  private final TalkBlocks talk = new TalkBlocks();
  private final Structurer structurer = new Structurer();
  private final Fingerprinter fingerprinter = new Fingerprinter();
  private final Map<Stage, Long> spent = new EnumMap<>(Stage.class);

  private enum Stage {
    JSOUP,
    DECODE,
    PARSE,
    REPAIR,
    CLASSIFY_HTML,
    CLASSIFY_TALK,
    STRUCTURE,
    FINGERPRINT,
    SHA256,
    WHOLE
  }

  private StageTimes() {}

  /** Prints a line a turn, the last of them the one to read. */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    int turns = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
    String name = arguments.length > 2 ? arguments[2] : "scrapinghub";
    List<GoldPage> pages =
        GoldSet.all(Path.of(arguments[0])).stream()
            .filter(set -> set.name().equals(name))
            .findFirst()
            .orElseThrow()
            .pages();
    List<byte[]> bodies = pages.stream().map(GoldSet::read).toList();
    StageTimes times = new StageTimes();
    for (int turn = 0; turn < turns; turn++) {
      times.spent.clear();
      for (int p = 0; p < bodies.size(); p++) {
        times.page(pages.get(p), bodies.get(p));
      }
      times.report(out, bodies.size());
    }
  }

  private void page(GoldPage page, byte[] body) {
    Source source =
        new Source(page.url(), page.url(), Optional.of("text/html"), Optional.empty(), FETCHED);
    String text = new String(body, StandardCharsets.UTF_8);
    timed(Stage.JSOUP, () -> Jsoup.parse(text, page.url()));
    Decoded decoded = timed(Stage.DECODE, () -> decoder.decode(body, source.contentType()));
    Parsed parsed = timed(Stage.PARSE, () -> parser.parse(body, decoded, source));
    Repaired repaired = timed(Stage.REPAIR, () -> repair.repair(parsed));
    List<Judged> judged = timed(Stage.CLASSIFY_HTML, () -> markup.classify(repaired.page()));
    Labelled talked = timed(Stage.CLASSIFY_TALK, () -> talk.judge(Labelled.unread(judged)));
    Classified classified = new Classified(repaired, talked.blocks(), talked.labels());
    Structured structured = timed(Stage.STRUCTURE, () -> structurer.structure(classified));
    timed(Stage.FINGERPRINT, () -> fingerprinter.fingerprint(structured));
    timed(Stage.SHA256, () -> Sha256.labelled(body));
    timed(Stage.WHOLE, () -> ExtractionScore.normalize(normalizer, page, body));
  }

  private <T> T timed(Stage stage, Supplier<T> work) {
    long start = THREADS.getCurrentThreadCpuTime();
    T result = work.get();
    spent.merge(stage, THREADS.getCurrentThreadCpuTime() - start, Long::sum);
    return result;
  }

  private void report(PrintStream out, int pages) {
    StringBuilder line = new StringBuilder();
    for (Map.Entry<Stage, Long> stage : spent.entrySet()) {
      line.append(stage.getKey().name().toLowerCase(Locale.ROOT).replace('_', '.'))
          .append(' ')
          .append(stage.getValue() / 1000 / pages)
          .append("  ");
    }
    double ratio = (double) spent.get(Stage.JSOUP) / spent.get(Stage.WHOLE);
    out.printf(Locale.ROOT, "%s(µs)  ratio %.3f%n", line, ratio);
  }
}
