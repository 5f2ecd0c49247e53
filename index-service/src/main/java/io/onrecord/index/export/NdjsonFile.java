package io.onrecord.index.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.onrecord.index.writer.Change;
import java.io.IOException;
import java.io.OutputStream;

/** A document a line, byte for byte as published; {@code {"id":"…","gone":true}} for a gone one. */
public final class NdjsonFile implements ExportFile {
  private final OutputStream out;

  public NdjsonFile(OutputStream out) {
    this.out = out;
  }

  /** The line of a change. */
  public static byte[] line(Change change) {
    return switch (change) {
      case Change.Put put -> put.json();
      case Change.Delete gone ->
          "{\"id\":\"%s\",\"gone\":true}"
              .formatted(gone.id().replaceAll("[\\\\\"\\p{Cntrl}]", ""))
              .getBytes(UTF_8);
    };
  }

  @Override
  public void put(Change.Put document) throws IOException {
    write(document);
  }

  @Override
  public void gone(String id) throws IOException {
    write(new Change.Delete(id, 0));
  }

  private void write(Change change) throws IOException {
    out.write(line(change));
    out.write('\n');
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
