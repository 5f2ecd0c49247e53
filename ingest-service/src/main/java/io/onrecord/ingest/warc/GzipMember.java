package io.onrecord.ingest.warc;

import java.io.EOFException;
import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * One member of a gzip file (RFC 1952). The JDK's stream runs on into the next member by itself and
 * cannot say where one ends; an archive needs both.
 */
final class GzipMember implements Stretch {
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int HEADER_CRC = 2;
  private static final int RESERVED = 0xE0;
  private static final int BUFFER = 8 << 10;
  private static final int WINDOW = 16 << 10;
  private static final int KEPT = 1 << 10;

  private final ArchiveFile file;
  private final long start;
  private final byte[] input = new byte[BUFFER];
  private Inflater inflater = new Inflater(true);
  private CRC32 crc = new CRC32();
  private long fed;

  /** The last decoded bytes, so that a short way back costs nothing. */
  private final byte[] window = new byte[WINDOW];

  private long windowAt;
  private int filled;
  private int position;
  private boolean ended;

  GzipMember(ArchiveFile file, long start) throws IOException {
    this.file = file;
    this.start = start;
    this.fed = body();
  }

  /** Whether a member may begin here. */
  static boolean mayBegin(ArchiveFile file, long place) throws IOException {
    return file.at(place) == 0x1F
        && file.at(place + 1) == 0x8B
        && file.at(place + 2) == 8
        && (file.at(place + 3) & RESERVED) == 0;
  }

  private long body() throws IOException {
    if (!mayBegin(file, start)) {
      throw new ZipException("no gzip member begins here");
    }
    int flags = file.at(start + 3);
    long place = start + 10;
    if ((flags & EXTRA) != 0) {
      place += 2 + Math.max(0, file.at(place)) + (Math.max(0, file.at(place + 1)) << 8);
    }
    for (int text : new int[] {NAME, COMMENT}) {
      if ((flags & text) != 0) {
        while (file.at(place) > 0) {
          place++;
        }
        place++;
      }
    }
    return place + ((flags & HEADER_CRC) != 0 ? 2 : 0);
  }

  @Override
  public int read() throws IOException {
    return position < filled || decode() ? window[position++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    if (position == filled && !decode()) {
      return -1;
    }
    int count = Math.min(length, filled - position);
    System.arraycopy(window, position, bytes, from, count);
    position += count;
    return count;
  }

  /** Decodes some more into the window; false at the end of the member. */
  private boolean decode() throws IOException {
    if (ended) {
      return false;
    }
    if (filled == window.length) {
      System.arraycopy(window, filled - KEPT, window, 0, KEPT);
      windowAt += filled - KEPT;
      filled = KEPT;
      position = KEPT;
    }
    try {
      while (true) {
        int count = inflater.inflate(window, filled, window.length - filled);
        if (count > 0) {
          crc.update(window, filled, count);
          filled += count;
          return true;
        }
        if (inflater.finished()) {
          checkTrailer();
          return false;
        }
        feed();
      }
    } catch (DataFormatException e) {
      throw new ZipException("its compressed bytes are damaged: " + e.getMessage());
    }
  }

  private void feed() throws IOException {
    int count = file.read(fed, input, 0, input.length);
    if (count < 0) {
      throw new EOFException("the file ends in it");
    }
    fed += count;
    inflater.setInput(input, 0, count);
  }

  private void checkTrailer() throws IOException {
    ended = true;
    long trailer = fed - inflater.getRemaining();
    long wanted = number(trailer);
    if (wanted != crc.getValue() || number(trailer + 4) != (offset() & 0xFFFFFFFFL)) {
      throw new ZipException("its checksum is not that of its bytes");
    }
  }

  private long number(long place) throws IOException {
    long number = 0;
    for (int i = 3; i >= 0; i--) {
      int part = file.at(place + i);
      if (part < 0) {
        throw new EOFException("the file ends in it");
      }
      number = number << 8 | part;
    }
    return number;
  }

  @Override
  public long offset() {
    return windowAt + position;
  }

  @Override
  public void seek(long to) throws IOException {
    if (to < windowAt) {
      inflater.end();
      inflater = new Inflater(true);
      crc = new CRC32();
      fed = body();
      windowAt = 0;
      filled = 0;
      ended = false;
    }
    while (to > windowAt + filled && decode()) {
      position = filled;
    }
    position = (int) Math.min(to - windowAt, filled);
  }

  @Override
  public long place(long at) {
    return start;
  }

  @Override
  public long end() {
    return fed - inflater.getRemaining() + 8;
  }

  @Override
  public void close() {
    inflater.end();
  }
}
