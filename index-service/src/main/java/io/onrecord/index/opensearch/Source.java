package io.onrecord.index.opensearch;

import io.onrecord.index.writer.Change;
import io.onrecord.index.writer.SearchFields;
import io.onrecord.script.ScriptFolding;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What OpenSearch keeps of a document: the JSON as published, byte for byte, with one more object
 * {@code search} at its end, which holds what we compute: the same fields as the Lucene index, and
 * title and text with both Chinese scripts and both widths folded into one, so that a query folded
 * the same way finds every spelling.
 *
 * <pre>
 * {"schema":"onrecord.document/1", … ,"search":{"title":"…","text":"…","speaker":["…"], … }}
 * </pre>
 */
final class Source {
  private static final byte[] MARK = ",\"search\":{".getBytes(StandardCharsets.US_ASCII);

  private Source() {}

  /**
   * The source of a document.
   *
   * @throws IllegalArgumentException when its JSON is not on one line, as a bulk request needs it
   */
  static byte[] of(Change.Put put) {
    byte[] json = put.json();
    for (byte letter : json) {
      if (letter == '\n' || letter == '\r') {
        throw new IllegalArgumentException("the document is not on one line");
      }
    }
    Map<String, Object> fields = SearchFields.of(put);
    fields.computeIfPresent(SearchFields.TITLE, (name, value) -> folded(value));
    fields.computeIfPresent(SearchFields.TEXT, (name, value) -> folded(value));
    byte[] search = JsonMapper.shared().writeValueAsBytes(fields);
    int end = lastBrace(json);
    ByteArrayOutputStream source =
        new ByteArrayOutputStream(json.length + MARK.length + search.length);
    source.write(json, 0, end);
    source.write(MARK, 0, MARK.length);
    source.write(search, 1, search.length - 1);
    source.write(json, end, json.length - end);
    return source.toByteArray();
  }

  /** The document as it was published. */
  static byte[] published(byte[] source) {
    int end = lastBrace(source);
    for (int i = end - MARK.length; i >= 0; i--) {
      if (Arrays.equals(source, i, i + MARK.length, MARK, 0, MARK.length)) {
        byte[] json = Arrays.copyOf(source, i + source.length - end);
        System.arraycopy(source, end, json, i, source.length - end);
        return json;
      }
    }
    return source;
  }

  private static Object folded(Object text) {
    return ScriptFolding.fold(
        java.text.Normalizer.normalize(text.toString(), java.text.Normalizer.Form.NFKC));
  }

  private static int lastBrace(byte[] json) {
    for (int i = json.length - 1; i >= 0; i--) {
      if (json[i] == '}') {
        return i;
      }
    }
    throw new IllegalArgumentException("the document is no JSON object");
  }
}
