package io.onrecord.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class DocumentSchemaTest {
  private final String sample =
      new String(DocumentJson.write(DocumentJsonTest.sample()), StandardCharsets.UTF_8);

  @Test
  void aDocumentFitsTheSchema() {
    DocumentSchema.check(DocumentJsonTest.sample());
  }

  @Test
  void fieldsOfANewerMinorFit() {
    assertThat(violations(sample.replaceFirst("\\{", "{\"mood\":{\"cheerful\":0.9},"))).isEmpty();
  }

  @Test
  void whatIsNoDocumentIsNamed() {
    assertThat(violations(sample.replace("sponsor-read", "sponsored"))).contains("category");
    assertThat(violations(sample.replace("2026-01-01\"", "1 January\""))).contains("publishedAt");
    assertThat(violations(sample.replace("\"byline\":", "\"authors\":"))).contains("byline");
    assertThat(violations(sample.replace("\"kind\":\"interview\"", "\"kind\":\"talk\"")))
        .contains("kind");
  }

  @Test
  void theSchemaKnowsEveryWireName() throws Exception {
    try (var in = Document.class.getResourceAsStream("onrecord.document.1.schema.json")) {
      String schema = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(Arrays.stream(Category.values()).map(Category::wireName))
          .allMatch(name -> schema.contains('"' + name + '"'));
      assertThat(Arrays.stream(BlockType.values()).map(BlockType::wireName))
          .allMatch(name -> schema.contains('"' + name + '"'));
    }
  }

  private static String violations(String json) {
    return DocumentSchema.violations(json.getBytes(StandardCharsets.UTF_8)).stream()
        .collect(Collectors.joining("\n"));
  }
}
