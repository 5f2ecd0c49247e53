package io.onrecord.index.export;

import io.onrecord.index.writer.Change;
import java.io.IOException;

/** Something that an export is written to. */
public interface ExportFile extends AutoCloseable {
  void put(Change.Put document) throws IOException;

  /** The document is gone; only in an export that goes on from a cursor. */
  void gone(String id) throws IOException;

  @Override
  void close() throws IOException;
}
