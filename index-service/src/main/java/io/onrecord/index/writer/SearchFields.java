package io.onrecord.index.writer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.IndexableField;

/**
 * The fields of a document as the Lucene index has them, as plain values: for sinks elsewhere, so
 * that what can be asked of one can be asked of the other. {@link Fields} says what each holds.
 */
public final class SearchFields {
  public static final String TITLE = Fields.TITLE;
  public static final String TEXT = Fields.TEXT;

  private SearchFields() {}

  /** Name to text, number or a list of texts; without the document itself. */
  public static Map<String, Object> of(Change.Put put) {
    Map<String, Object> values = new TreeMap<>();
    for (IndexableField field : LuceneFields.of(put)) {
      String name = field.name();
      if (field.stringValue() != null && (name.equals(TITLE) || name.equals(TEXT))) {
        values.put(name, field.stringValue());
      } else if (field.stringValue() != null) {
        list(values, name).add(field.stringValue());
      } else if (field.numericValue() != null) {
        values.put(name, field.numericValue());
      } else if (!name.equals(Fields.JSON) && field.binaryValue() != null) {
        list(values, name.replace(".", "_")).add(field.binaryValue().utf8ToString());
      }
    }
    return values;
  }

  @SuppressWarnings("unchecked")
  private static List<String> list(Map<String, Object> values, String name) {
    return (List<String>) values.computeIfAbsent(name, any -> new ArrayList<String>());
  }
}
