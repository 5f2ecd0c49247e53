package io.onrecord.ingest.warc;

import java.io.IOException;

/** An archive that is not compressed. */
final class PlainStretch implements Stretch {
  private final ArchiveFile file;
  private long offset;

  PlainStretch(ArchiveFile file) {
    this.file = file;
  }

  @Override
  public int read() throws IOException {
    int read = file.at(offset);
    offset += read < 0 ? 0 : 1;
    return read;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int read = file.read(offset, bytes, from, length);
    offset += Math.max(0, read);
    return read;
  }

  @Override
  public long offset() {
    return offset;
  }

  @Override
  public void seek(long to) {
    offset = to;
  }

  @Override
  public long place(long at) {
    return at;
  }

  @Override
  public long end() {
    return offset;
  }

  @Override
  public void close() {
    // The file is the archive's.
  }
}
