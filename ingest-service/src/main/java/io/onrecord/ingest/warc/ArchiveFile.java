package io.onrecord.ingest.warc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** The bytes of a file, a window of them in memory. */
final class ArchiveFile implements AutoCloseable {
  private static final int WINDOW = 64 << 10;

  private final FileChannel channel;
  private final ByteBuffer window = ByteBuffer.allocate(WINDOW).limit(0);
  private long windowAt;

  ArchiveFile(Path file) throws IOException {
    this.channel = FileChannel.open(file);
  }

  long size() throws IOException {
    return channel.size();
  }

  /** The byte at this place; negative behind the end. */
  int at(long place) throws IOException {
    if (place < windowAt || place >= windowAt + window.limit()) {
      fill(place);
    }
    return place >= windowAt + window.limit() ? -1 : window.get((int) (place - windowAt)) & 0xFF;
  }

  /** Bytes from this place on; negative behind the end. */
  int read(long place, byte[] into, int offset, int length) throws IOException {
    if (at(place) < 0) {
      return -1;
    }
    int start = (int) (place - windowAt);
    int count = Math.min(length, window.limit() - start);
    window.get(start, into, offset, count);
    return count;
  }

  private void fill(long place) throws IOException {
    window.clear();
    windowAt = place;
    int read = 0;
    while (read >= 0 && window.hasRemaining()) {
      read = channel.read(window, place + window.position());
    }
    window.flip();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
