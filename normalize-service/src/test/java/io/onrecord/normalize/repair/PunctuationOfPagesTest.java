package io.onrecord.normalize.repair;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.document.BlockType;
import io.onrecord.document.Document;
import io.onrecord.document.Repair;
import io.onrecord.normalize.Normalizer;
import io.onrecord.normalize.RawPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A converted page through the whole normalizer, and through the repair of texts. */
class PunctuationOfPagesTest {
  private static final String SOUND = sound();
  private static final String CONVERTED =
      SOUND
          .replace('，', ',')
          .replace('。', '.')
          .replace('？', '?')
          .replace('！', '!')
          .replace('：', ':')
          .replace('；', ';')
          .replace('（', '(')
          .replace('）', ')');
  private static final String CODE = "打印(甲,乙);返回 丙,丁.";

  private static Document normalized(String type, String body) {
    return new Normalizer()
        .normalize(
            RawPage.of(
                "https://example.org/ferry",
                Optional.of(type + "; charset=utf-8"),
                Instant.parse("2026-11-22T00:00:00Z"),
                body.getBytes(StandardCharsets.UTF_8)));
  }

  private static String html(String lines) {
    String title = lines.lines().findFirst().orElseThrow();
    return "<html><head><title>%s</title></head><body><article><h1>%s</h1>%s<pre>%s</pre>"
            .formatted(
                title,
                title,
                lines
                    .lines()
                    .skip(1)
                    .map(PunctuationOfPagesTest::paragraph)
                    .collect(Collectors.joining("\n")),
                CODE)
        + "</article></body></html>";
  }

  private static String paragraph(String line) {
    return "<p>" + line.replaceFirst("^(..[:：])", "<b>$1</b>") + "</p>";
  }

  private static List<String> turns(Document document) {
    return document.turns().stream().map(t -> t.speaker() + "|" + t.text()).toList();
  }

  private static List<String> kinds(Document document) {
    return document.repairs().stream().map(Repair::kind).toList();
  }

  @Test
  void aConvertedPageWithMarkupIsTheDocumentOfTheSoundOne() {
    Document sound = normalized("text/html", html(SOUND));
    Document restored = normalized("text/html", html(CONVERTED));
    assertThat(restored.text()).isEqualTo(sound.text());
    assertThat(restored.title()).isEqualTo(sound.title());
    assertThat(turns(restored)).isNotEmpty().isEqualTo(turns(sound));
    assertThat(kinds(restored)).containsExactly("half-width-punctuation");
    assertThat(kinds(sound)).isEmpty();
    assertThat(restored.blocks().stream().filter(b -> b.type() == BlockType.CODE))
        .allSatisfy(b -> assertThat(b.text()).isEqualTo(CODE));
  }

  @Test
  void aConvertedTextPageIsTheDocumentOfTheSoundOne() {
    Document restored = normalized("text/plain", CONVERTED);
    assertThat(restored.text()).isEqualTo(normalized("text/plain", SOUND).text());
    assertThat(kinds(restored)).containsExactly("half-width-punctuation");
  }

  @Test
  void aTextIsItsOwnPage() {
    List<RepairedText> repaired = new BatchRepair().repair(List.of(CONVERTED, SOUND, "好,走吧."));
    assertThat(repaired.stream().map(RepairedText::text)).containsExactly(SOUND, SOUND, "好,走吧.");
    assertThat(repaired.get(0).repairs().get(0).kind()).isEqualTo("half-width-punctuation");
  }

  private static String sound() {
    try {
      return Files.readAllLines(Path.of("src/test/resources/fixtures/repair/punctuation/sound.txt"))
          .stream()
          .filter(line -> !line.startsWith("#"))
          .collect(Collectors.joining("\n\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
