package io.onrecord.normalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.onrecord.document.Block;
import io.onrecord.document.Document;
import io.onrecord.document.Removed;
import io.onrecord.normalize.decode.Decoder;
import io.onrecord.normalize.parse.PageParser;
import io.onrecord.normalize.parse.Parsed;
import io.onrecord.normalize.parse.RawBlock;
import io.onrecord.normalize.parse.Source;
import io.onrecord.normalize.repair.PageRepair;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/**
 * Nothing is thrown away silently: title, blocks and what was removed hold every letter and digit
 * of the repaired page, each as often as the page does.
 */
final class AccountingTest {
  private static final int PAGES_A_SET = 15;
  private static final Instant FETCHED = Instant.parse("2026-01-01T00:00:00Z");

  private final Normalizer normalizer = new Normalizer();
  private final Decoder decoder = new Decoder();
  private final PageParser parser = new PageParser();
  private final PageRepair repair = new PageRepair();

  @Test
  void ownPages() {
    accounts("html", page(HTML, "text/html"));
    accounts("transcript", page(TRANSCRIPT, "text/plain"));
    accounts("markdown", page("# Tides\n\n" + TRANSCRIPT, "text/markdown"));
  }

  @Test
  void sharedTranscripts() throws IOException {
    Path seeds = shared("seeds");
    for (Path file : files(seeds, ".txt", Integer.MAX_VALUE)) {
      if (file.getFileName().toString().matches("\\d{3}_.*")) {
        accounts(file.toString(), page(Files.readAllBytes(file), "text/plain"));
      }
    }
  }

  @Test
  void sharedPages() throws IOException {
    int pages = 0;
    try (Stream<Path> sets = Files.list(shared("extraction"))) {
      for (Path set : sets.filter(Files::isDirectory).sorted().toList()) {
        for (Path file : files(set.resolve("html"), ".html.gz", PAGES_A_SET)) {
          try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            accounts(file.toString(), page(in.readAllBytes(), "text/html"));
          }
          pages++;
        }
      }
    }
    assertThat(pages).isGreaterThan(100);
  }

  private void accounts(String name, RawPage page) {
    Source source =
        new Source(
            page.url(), page.url(), page.contentType(), page.contentLanguage(), page.fetchedAt());
    Parsed parsed =
        parser.parse(page.body(), decoder.decode(page.body(), page.contentType()), source);
    TreeMap<Integer, Integer> difference = new TreeMap<>();
    for (RawBlock block : repair.repair(parsed).page().blocks()) {
      count(block.text(), 1, difference);
    }
    Document document = normalizer.normalize(page);
    TreeMap<Integer, Integer> withoutTitle = new TreeMap<>(difference);
    for (Block block : document.blocks()) {
      count(block.text(), -1, withoutTitle);
    }
    for (Removed removed : document.removed()) {
      count(removed.text(), -1, withoutTitle);
    }
    withoutTitle.values().removeIf(n -> n == 0);
    // A title that stands on the page is taken out of its blocks; one from the head is not there.
    TreeMap<Integer, Integer> withTitle = new TreeMap<>(withoutTitle);
    count(document.title().orElse(""), -1, withTitle);
    withTitle.values().removeIf(n -> n == 0);
    boolean all = withTitle.isEmpty() || withoutTitle.isEmpty();
    assertThat(all).as("%s: lost or doubled: %s", name, shown(withoutTitle)).isTrue();
  }

  private static List<String> shown(TreeMap<Integer, Integer> letters) {
    List<String> shown = new ArrayList<>();
    letters.forEach((c, n) -> shown.add(Character.toString(c) + " " + n));
    return shown;
  }

  private static void count(String text, int by, TreeMap<Integer, Integer> letters) {
    text.codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(c -> letters.merge(c, by, Integer::sum));
  }

  private static RawPage page(String text, String type) {
    return page(text.getBytes(StandardCharsets.UTF_8), type);
  }

  private static RawPage page(byte[] body, String type) {
    return RawPage.of("https://harrow.example/page", Optional.of(type), FETCHED, body);
  }

  private static Path shared(String folder) {
    Path shared = Path.of(System.getProperty("onrecord.shared", "../shared"), folder);
    assumeTrue(Files.isDirectory(shared), "no shared pages here");
    return shared;
  }

  private static List<Path> files(Path folder, String ending, int most) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(ending)).sorted().limit(most).toList();
    }
  }

  private static final String HTML =
      """
      <!doctype html><html lang="en"><head><title>Tides by night | The Harrow</title></head>
      <body><nav><ul><li><a href="/">Home</a><li><a href="/news">News</a></ul></nav>
      <article><h1>Tides by night</h1><p class="byline">By Ines Marlow, 4 March 2025</p>
      <p>The keeper opens the gate at nine in the evening, when the yard is quiet, and writes down
      how high the water stands at the third step of the old stairs.</p>
      <table><tr><th>Day</th><th>Water</th></tr><tr><td>1</td><td>2.4 m</td></tr></table>
      <p><strong>Reporter:</strong> What do you listen for? Keeper: For the rain, first of all.</p>
      <p><strong>Keeper:</strong> This programme is brought to you by Fernway. Go to fernway dot com.
      And now back to the tides, which I have known since I was a child of seven years.</p>
      <p><strong>Reporter:</strong> And the stairs, are they as old as the harbour itself is?</p>
      <pre>step 3 = 2.4</pre><figure><figcaption>The stairs</figcaption></figure></article>
      <aside>Read also: <a href="/x">The bell of Harrow</a></aside>
      <noscript>Turn scripts on</noscript><footer>Copyright 2025 The Harrow</footer></body></html>
      """;

  private static final String TRANSCRIPT =
      """
      The Harrow

      Home | News | Sign in

      The keeper of the tides

      Ines Marlow · 4 March 2025

      Anna: This episode is brought to you by Fernway, the notebook for gardeners. Go to fernway
      dot com slash tides. Use code TIDE. And now back to Ben.

      Anna: What did you write down on that first day, when the water was so low?

      Ben: I wrote that the third step was dry, and then I went home. Anna: And the second day? Ben:
      It rained, so I stayed.

      Anna: Thank you for listening. Please subscribe, and see you next week.

      Copyright 2025 The Harrow. All rights reserved.
      """;
}
