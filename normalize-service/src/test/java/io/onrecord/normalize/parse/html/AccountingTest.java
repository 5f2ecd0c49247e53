package io.onrecord.normalize.parse.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.onrecord.normalize.decode.Decoder;
import io.onrecord.normalize.parse.RawBlock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** On real pages: what jsoup sees as text is in the blocks, character for character. */
final class AccountingTest {
  private static final int PAGES_A_SET = 40;

  @Test
  void blocksAccountForAllVisibleText() throws IOException {
    Path sets = Path.of(System.getProperty("onrecord.shared", "../shared"), "extraction");
    assumeTrue(Files.isDirectory(sets), "no shared pages here");
    int pages = 0;
    try (Stream<Path> folders = Files.list(sets)) {
      for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
        for (Path file : some(folder.resolve("html"))) {
          String html = read(file);
          List<RawBlock> blocks = new HtmlParser().parse(html, HtmlParserTest.SOURCE).blocks();
          StringBuilder all = new StringBuilder();
          blocks.forEach(block -> all.append(block.text()));
          long found = letters(all.toString());
          long visible = letters(HtmlParserTest.visible(html));
          assertThat(found).as("letters of %s", file.getFileName()).isEqualTo(visible);
          pages++;
        }
      }
    }
    assertThat(pages).isGreaterThan(100);
  }

  private static long letters(String text) {
    return text.codePoints().filter(Character::isLetterOrDigit).count();
  }

  private static List<Path> some(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().limit(PAGES_A_SET).toList();
    }
  }

  private static String read(Path file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return new Decoder().decode(in.readAllBytes(), Optional.of("text/html")).text();
    }
  }
}
