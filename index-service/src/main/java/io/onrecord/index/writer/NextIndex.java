package io.onrecord.index.writer;

import java.io.IOException;

/**
 * An index that nobody searches yet: it is filled, checked, and then takes the live one's place.
 */
public interface NextIndex extends AutoCloseable {

  /** A question to every document; each as published, byte for byte. */
  @FunctionalInterface
  interface Reader {
    void read(byte[] json) throws IOException;
  }

  /** What it is called among its generations. */
  String name();

  /** How far it has read the topic. */
  Positions positions();

  /** How many threads may {@link #load} at once, each documents of its own. */
  int threads();

  /**
   * Takes a change that only the next {@link #commit} makes durable for sure.
   *
   * @throws RejectedDocumentException when it will never take some documents; they are left out
   */
  void load(Change change) throws IOException;

  /**
   * Makes everything that was loaded durable and visible, together with these positions.
   *
   * @throws RejectedDocumentException when it will never take some documents; they are left out,
   *     and the commit is to be asked for again
   */
  void commit(Positions next) throws IOException;

  /**
   * Reads every document that it holds, in no order; several threads may ask the reader at once.
   */
  void documents(Reader reader) throws IOException;

  @Override
  void close() throws IOException;
}
