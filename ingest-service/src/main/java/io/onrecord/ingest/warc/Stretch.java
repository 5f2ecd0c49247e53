package io.onrecord.ingest.warc;

import java.io.IOException;

/**
 * A part of an archive that is read as one: a whole plain file, or one gzip member. Not
 * thread-safe.
 */
interface Stretch extends AutoCloseable {
  /** The next decoded byte; negative at the end. */
  int read() throws IOException;

  /** Decoded bytes; negative at the end. */
  int read(byte[] bytes, int offset, int length) throws IOException;

  /** How many decoded bytes have been read. */
  long offset();

  /** Goes to this decoded byte, forward or back. */
  void seek(long offset) throws IOException;

  /** Where in the file the stretch is that begins at this decoded byte. */
  long place(long offset);

  /** Behind the last byte of it in the file; known when it was read to its end. */
  long end();

  @Override
  void close();
}
