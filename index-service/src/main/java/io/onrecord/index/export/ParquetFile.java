package io.onrecord.index.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BOOLEAN;

import blue.strategic.parquet.ParquetWriter;
import blue.strategic.parquet.ValueWriter;
import io.onrecord.document.Document;
import io.onrecord.document.Turn;
import io.onrecord.index.writer.Change;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Types;

/**
 * A row a document: what is usually filtered and read by as columns of text, and the whole document
 * as published in {@code json}. Names of several people are one a line. Absent values are null.
 */
public final class ParquetFile implements ExportFile {
  private static final List<String> TEXTS =
      List.of(
          "url",
          "canonical_url",
          "site",
          "title",
          "byline",
          "published_at",
          "fetched_at",
          "modified_at",
          "language",
          "kind",
          "speakers",
          "interviewees",
          "text",
          "content_hash",
          "json");

  private final ParquetWriter<Change> writer;

  /** Writes to a file that is not there yet. */
  public ParquetFile(Path path) throws IOException {
    this.writer = ParquetWriter.writeFile(schema(), path.toFile(), ParquetFile::write);
  }

  private static MessageType schema() {
    var fields = Types.buildMessage();
    fields.required(BINARY).as(stringType()).named("id");
    fields.required(BOOLEAN).named("gone");
    TEXTS.forEach(name -> fields.optional(BINARY).as(stringType()).named(name));
    return fields.named("document");
  }

  private static void write(Change change, ValueWriter row) {
    row.write("id", change.id());
    row.write("gone", change instanceof Change.Delete);
    if (change instanceof Change.Put put) {
      write(put, row);
    }
  }

  private static void write(Change.Put put, ValueWriter row) {
    Document document = put.document();
    row.write("url", document.url());
    row.write("canonical_url", document.canonicalUrl());
    row.write("site", document.site());
    text("title", document.title(), row);
    row.write("byline", String.join("\n", document.byline()));
    text("published_at", document.publishedAt(), row);
    row.write("fetched_at", document.fetchedAt().toString());
    text("modified_at", document.modifiedAt(), row);
    row.write("language", document.language());
    row.write("kind", document.kind().wireName());
    row.write(
        "speakers",
        String.join("\n", document.turns().stream().map(Turn::speaker).distinct().toList()));
    row.write("interviewees", String.join("\n", document.interview().interviewees()));
    row.write("text", document.text());
    row.write("content_hash", document.fingerprints().content());
    row.write("json", new String(put.json(), UTF_8));
  }

  private static void text(String name, Optional<String> value, ValueWriter row) {
    value.ifPresent(text -> row.write(name, text));
  }

  @Override
  public void put(Change.Put document) throws IOException {
    writer.write(document);
  }

  @Override
  public void gone(String id) throws IOException {
    writer.write(new Change.Delete(id, 0));
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
