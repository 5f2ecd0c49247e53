package io.onrecord.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON form of a {@link Document}: UTF-8, fields in the order of the record, absent values as
 * {@code null} at the top level and left out inside blocks. The same document always gives the same
 * bytes.
 */
public final class DocumentJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(tools.jackson.databind.MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .withConfigOverride(
              Block.class,
              o ->
                  o.setInclude(
                      JsonInclude.Value.construct(
                          JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS)))
          .build();

  private DocumentJson() {}

  /** The document as UTF-8 JSON on one line. */
  public static byte[] write(Document document) {
    return MAPPER.writeValueAsBytes(document);
  }

  /**
   * The document that the bytes hold; fields of a newer schema minor are ignored.
   *
   * @throws UnreadableDocumentException when the bytes are no document of schema /1
   */
  public static Document read(byte[] json) {
    try {
      Document document = MAPPER.readValue(json, Document.class);
      if (document == null || !Document.SCHEMA.equals(document.schema())) {
        throw new UnreadableDocumentException(
            "schema is %s, expected %s"
                .formatted(document == null ? "missing" : document.schema(), Document.SCHEMA));
      }
      return document;
    } catch (JacksonException e) {
      throw new UnreadableDocumentException("not a document: " + e.getOriginalMessage(), e);
    }
  }
}
