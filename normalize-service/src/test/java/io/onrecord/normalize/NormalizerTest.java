package io.onrecord.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.document.Block;
import io.onrecord.document.BlockType;
import io.onrecord.document.Document;
import io.onrecord.document.DocumentJson;
import io.onrecord.document.DocumentSchema;
import io.onrecord.document.Removed;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class NormalizerTest {
  private static final String PAGE =
      """
      <!doctype html><html lang="en"><head><title>Bees at night | The Hive</title>
      <meta property="og:title" content="Bees at night">
      <meta property="article:published_time" content="2025-03-04T05:06:07Z"></head>
      <body><nav><ul><li><a href="/">Home</a><li><a href="/news">News</a></ul></nav>
      <article><h1>Bees at night</h1>
      <p>The keeper opens the gate at nine in the evening, when the yard is quiet, and the hum is all that there is to hear.</p>
      <h2>What she hears</h2>
      <p><strong>Reporter:</strong> What do you listen for, standing here in the dark, night after night, for so many years?</p>
      <p><strong>Keeper:</strong> For the queen, first of all, and then for the rain, which they know about long before I do.</p>
      <ul><li>A high note means that they are short of water, and I carry some over.</li></ul>
      </article><footer>Copyright 2025 The Hive</footer></body></html>
      """;

  private final Normalizer normalizer = new Normalizer();

  @Test
  void aPageBecomesADocumentOfTheSchema() {
    Document document = normalize(PAGE, "text/html");
    DocumentSchema.check(document);
    assertThat(document.title()).contains("Bees at night");
    assertThat(document.publishedAt()).contains("2025-03-04T05:06:07Z");
    assertThat(document.text()).startsWith("The keeper opens").contains("For the queen");
    assertThat(document.text()).doesNotContain("Home").doesNotContain("Copyright");
    assertThat(document.blocks())
        .extracting(Block::type)
        .containsExactly(
            BlockType.PARAGRAPH,
            BlockType.HEADING,
            BlockType.PARAGRAPH,
            BlockType.PARAGRAPH,
            BlockType.LIST_ITEM);
    assertThat(document.removed())
        .extracting(Removed::text)
        .contains("Home", "News", "Copyright 2025 The Hive");
    assertThat(document.provenance().normalizer()).isEqualTo(Normalizer.VERSION).matches("\\d.*");
  }

  @Test
  void theSameBytesGiveTheSameDocument() {
    byte[] once = DocumentJson.write(normalize(PAGE, "text/html"));
    byte[] again = DocumentJson.write(new Normalizer().normalize(page(PAGE, "text/html")));
    assertThat(again).isEqualTo(once);
  }

  @Test
  void textWithoutMarkupBecomesParagraphs() {
    Document document = normalize("One line.\n\nAnother line.\n", "text/plain");
    DocumentSchema.check(document);
    assertThat(document.text()).isEqualTo("One line.\n\nAnother line.");
  }

  @Test
  void anEmptyPageIsAnEmptyDocument() {
    Document document = normalize("", "text/html");
    DocumentSchema.check(document);
    assertThat(document.text()).isEmpty();
    assertThat(document.language()).isEqualTo("und");
  }

  private Document normalize(String page, String type) {
    return normalizer.normalize(page(page, type));
  }

  private static RawPage page(String text, String type) {
    return RawPage.of(
        "https://hive.example/night",
        Optional.of(type),
        Instant.parse("2025-03-05T00:00:00Z"),
        text.getBytes(StandardCharsets.UTF_8));
  }
}
