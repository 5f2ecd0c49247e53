package io.onrecord.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class DocumentJsonTest {

  @Test
  void aDocumentComesBackAsItWas() {
    Document document = sample();
    assertThat(DocumentJson.read(DocumentJson.write(document))).isEqualTo(document);
  }

  @Test
  void wireNamesAreLowerCaseWithHyphens() {
    String json = new String(DocumentJson.write(sample()), StandardCharsets.UTF_8);
    assertThat(json)
        .startsWith("{\"schema\":\"onrecord.document/1\",\"id\":")
        .contains("\"category\":\"sponsor-read\"", "\"type\":\"list-item\"", "\"turn\":0")
        .contains("\"modifiedAt\":null", "\"fetchedAt\":\"2026-01-02T03:04:05Z\"")
        .doesNotContain("\"level\"");
  }

  @Test
  void whatASiteSaysAboutUseIsThereWhenItSaysSomething() {
    String json = new String(DocumentJson.write(sample()), StandardCharsets.UTF_8);
    assertThat(json).doesNotContain("\"rights\"");
    String reserved =
        json.substring(0, json.length() - 1)
            + ",\"rights\":[\"robots: noai\",\"tdm-reservation: 1\"]}";
    Document document = DocumentJson.read(reserved.getBytes(StandardCharsets.UTF_8));
    assertThat(document.rights()).containsExactly("robots: noai", "tdm-reservation: 1");
    assertThat(new String(DocumentJson.write(document), StandardCharsets.UTF_8))
        .isEqualTo(reserved);
    assertThat(DocumentSchema.violations(DocumentJson.write(document))).isEmpty();
  }

  @Test
  void fieldsOfANewerMinorAreIgnored() {
    String json = new String(DocumentJson.write(sample()), StandardCharsets.UTF_8);
    String newer = json.replaceFirst("\\{", "{\"mood\":{\"cheerful\":0.9},");
    assertThat(DocumentJson.read(newer.getBytes(StandardCharsets.UTF_8))).isEqualTo(sample());
  }

  @Test
  void anotherSchemaIsRefusedByName() {
    String json = new String(DocumentJson.write(sample()), StandardCharsets.UTF_8);
    byte[] other = json.replace("document/1", "document/2").getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> DocumentJson.read(other))
        .isInstanceOf(UnreadableDocumentException.class)
        .hasMessageContaining("onrecord.document/2");
    assertThatThrownBy(() -> DocumentJson.read("nonsense".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(UnreadableDocumentException.class);
  }

  static Document sample() {
    return new Document(
        Document.SCHEMA,
        "00112233445566778899aabbccddeeff",
        "https://example.org/a",
        "https://example.org/a",
        "example.org",
        Optional.of("A talk"),
        List.of("A. Writer"),
        Optional.of("2026-01-01"),
        Optional.of("1 January 2026"),
        Instant.parse("2026-01-02T03:04:05Z"),
        Optional.empty(),
        "en",
        List.of(new LanguageShare("en", 1)),
        Kind.INTERVIEW,
        "First.",
        List.of(
            new Block(
                BlockType.LIST_ITEM,
                "First.",
                Optional.of("en"),
                OptionalInt.of(0),
                OptionalInt.empty(),
                OptionalInt.empty())),
        List.of(new Turn("Ada", "A:", Role.INTERVIEWEE, "First.")),
        Interview.UNKNOWN,
        List.of(new Removed(Category.SPONSOR_READ, "Buy.", 1, "sponsor.en.buy", 0.9)),
        List.of(new Repair("mojibake", 1, List.of(List.of("Ã©", "é")))),
        new Encoding("UTF-8", Optional.of("gb2312"), "statistics", 0.99),
        new Fingerprints("sha256:" + "0".repeat(64), "00"),
        new Provenance(
            Optional.of("onrecord.pages.v1"),
            OptionalInt.of(2),
            OptionalLong.of(40617),
            "sha256:" + "0".repeat(64),
            "0.1.0"),
        List.of(),
        List.of());
  }
}
