package io.onrecord.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The published JSON Schema as a test: every test that produces a document passes its bytes through
 * {@link #check}, so that what we write and what we promise cannot drift apart.
 */
public final class DocumentSchema {
  private static final Schema SCHEMA = load();

  private DocumentSchema() {}

  /** Fails with every violation when the bytes are not a document of the schema. */
  public static void check(byte[] json) {
    assertThat(violations(json)).as("violations of %s", Document.SCHEMA).isEmpty();
  }

  /** Fails when the document's JSON form violates the schema. */
  public static void check(Document document) {
    check(DocumentJson.write(document));
  }

  static List<String> violations(byte[] json) {
    return SCHEMA
        .validate(
            new String(json, StandardCharsets.UTF_8),
            InputFormat.JSON,
            context -> context.executionConfig(c -> c.formatAssertionsEnabled(true)))
        .stream()
        .map(e -> e.getInstanceLocation() + ": " + e.getMessage())
        .toList();
  }

  private static Schema load() {
    try (InputStream in = Document.class.getResourceAsStream("onrecord.document.1.schema.json")) {
      String schema = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(schema, InputFormat.JSON);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
