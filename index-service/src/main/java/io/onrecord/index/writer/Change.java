package io.onrecord.index.writer;

import io.onrecord.document.Document;

/** What happens to one document of an index. */
public sealed interface Change {
  /** The document that it happens to. */
  String id();

  /**
   * Offset of its record in the documents topic: of two changes to one document the larger is the
   * newer.
   */
  long version();

  /**
   * The document is there from now on, in place of whatever had its id.
   *
   * @param document what to index
   * @param json the document as published, byte for byte; it is what readers get
   */
  record Put(Document document, byte[] json, long version) implements Change {
    @Override
    public String id() {
      return document.id();
    }
  }

  /** The document is gone. */
  record Delete(String id, long version) implements Change {}
}
