package io.onrecord.benchmarks.extraction;

import io.onrecord.normalize.decode.Decoded;
import io.onrecord.normalize.decode.Decoder;
import io.onrecord.normalize.parse.PageParser;
import io.onrecord.normalize.parse.Parsed;
import io.onrecord.normalize.parse.Source;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The score of one who knows the gold: every block kept that is content. What is missing from 1 is
 * lost by how pages are cut into blocks, not by what is decided about them.
 */
public final class Oracle {
  private Oracle() {}

  /** Prints the table; the argument is the folder of sets. */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    for (GoldSet set : GoldSet.all(Path.of(arguments[0]))) {
      Map<GoldPage, String> texts = new LinkedHashMap<>();
      for (GoldPage page : set.pages()) {
        Parsed parsed = parse(page);
        double[] labels = GoldLabels.of(page, parsed.blocks());
        List<String> kept = new ArrayList<>();
        for (int b = 0; b < labels.length; b++) {
          if (labels[b] >= 0.5) {
            kept.add(parsed.blocks().get(b).text());
          }
        }
        texts.put(page, String.join("\n\n", kept));
      }
      ExtractionScore.report(out, set, texts);
    }
  }

  static Parsed parse(GoldPage page) {
    Source source =
        new Source(
            page.url(),
            page.url(),
            Optional.of("text/html"),
            Optional.empty(),
            Instant.parse("2026-01-01T00:00:00Z"));
    byte[] body = GoldSet.read(page);
    Decoded decoded = new Decoder().decode(body, source.contentType());
    return new PageParser().parse(body, decoded, source);
  }
}
