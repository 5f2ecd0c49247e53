package io.onrecord.ingest.warc;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * An archive, read from its start, one record in memory at a time. A record is sound when its
 * header can be read, its block has the length that the header says, another record or the end
 * follows, and, compressed, its gzip member has the right checksum. What is not sound is one {@link
 * WarcEntry.Damaged}, and reading goes on at the next place where a record may begin. Not
 * thread-safe.
 */
public final class WarcArchive implements AutoCloseable {
  private static final byte[] MARK = "WARC/1.".getBytes(StandardCharsets.US_ASCII);
  private static final int LONGEST_HEAD = 256 << 10;

  private final ArchiveFile file;
  private final boolean gzip;
  private final int maxBytes;
  private @Nullable Stretch stretch;

  /** Where the next stretch is looked for; negative when there is none. */
  private long next;

  /** Whether what is wrong at the next place was told already. */
  private boolean resuming;

  private WarcArchive(ArchiveFile file, boolean gzip, int maxBytes) {
    this.file = file;
    this.gzip = gzip;
    this.maxBytes = maxBytes;
  }

  /**
   * Opens an archive.
   *
   * @param maxBytes larger blocks are passed over
   */
  public static WarcArchive open(Path path, int maxBytes) throws IOException {
    ArchiveFile file = new ArchiveFile(path);
    boolean gzip = file.at(0) == 0x1F || name(path).endsWith(".gz");
    return new WarcArchive(file, gzip, maxBytes);
  }

  /** Whether a file is an archive, by its name or by how it begins. */
  public static boolean is(Path path) {
    if (!Files.isRegularFile(path)) {
      return false;
    }
    if (isNamed(path)) {
      return true;
    }
    try (ArchiveFile file = new ArchiveFile(path)) {
      if (!GzipMember.mayBegin(file, 0)) {
        return begins(new PlainStretch(file));
      }
      try (GzipMember member = new GzipMember(file, 0)) {
        return begins(member);
      }
    } catch (IOException e) {
      return false; // whoever reads it as a page says why it cannot be read
    }
  }

  /** Whether a file is named as archives are. */
  public static boolean isNamed(Path path) {
    String name = name(path);
    return name.endsWith(".warc") || name.endsWith(".warc.gz");
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
  }

  /** How far it has been read, in bytes of the file. */
  public long position() {
    return stretch == null ? Math.max(0, next) : stretch.place(stretch.offset());
  }

  /** Bytes of the file. */
  public long size() throws IOException {
    return file.size();
  }

  /**
   * The next entry; empty at the end.
   *
   * @throws IOException when the file itself cannot be read
   */
  public Optional<WarcEntry> next() throws IOException {
    while (stretch != null || next >= 0) {
      Optional<WarcEntry> entry = stretch == null ? open() : read(stretch);
      if (entry.isPresent()) {
        return entry;
      }
    }
    return Optional.empty();
  }

  /** Opens the next stretch, if there is one; an entry if bytes before it belong to nothing. */
  private Optional<WarcEntry> open() throws IOException {
    if (!gzip) {
      stretch = new PlainStretch(file);
      return Optional.empty();
    }
    long from = next;
    long begin = from;
    boolean isPadding = true;
    while (begin < file.size() && !isMember(begin)) {
      isPadding &= file.at(begin) <= ' ';
      begin++;
    }
    next = begin;
    if (begin < file.size()) {
      stretch = new GzipMember(file, begin);
    } else {
      next = -1;
    }
    boolean isKnown = resuming || isPadding;
    resuming = false;
    return isKnown
        ? Optional.empty()
        : Optional.of(new WarcEntry.Damaged(from, "no gzip member begins here"));
  }

  /** Whether a member that holds a record begins here; other bytes may look like its first four. */
  private boolean isMember(long place) throws IOException {
    if (!GzipMember.mayBegin(file, place)) {
      return false;
    }
    if (place == 0 || place == next) {
      return true;
    }
    try (GzipMember member = new GzipMember(file, place)) {
      return begins(member);
    } catch (ZipException | EOFException e) {
      return false;
    }
  }

  private static boolean begins(Stretch stretch) throws IOException {
    for (byte wanted : MARK) {
      if (stretch.read() != wanted) {
        return false;
      }
    }
    return true;
  }

  /** The next entry of the stretch; none when it has ended well. */
  private Optional<WarcEntry> read(Stretch in) throws IOException {
    long begin = in.offset();
    try {
      int first = in.read();
      while (first == '\r' || first == '\n') {
        first = in.read();
      }
      if (first < 0) {
        leave(in, in.end());
        return Optional.empty();
      }
      begin = in.offset() - 1;
      return Optional.of(record(in, begin));
    } catch (ZipException | EOFException e) {
      long at = in.place(begin);
      // Its compressed bytes cannot be trusted to say where it ends.
      leave(in, at + 1);
      resuming = true;
      return Optional.of(new WarcEntry.Damaged(at, String.valueOf(e.getMessage())));
    }
  }

  private void leave(Stretch in, long goOn) {
    in.close();
    stretch = null;
    next = gzip ? goOn : -1;
  }

  private WarcEntry record(Stretch in, long begin) throws IOException {
    in.seek(begin);
    Optional<byte[]> lines = begins(in) ? head(in) : Optional.empty();
    if (lines.isEmpty()) {
      return damaged(in, begin, begin + 1, "no record begins here");
    }
    WarcHead head = WarcHead.parse(lines.get());
    long body = in.offset();
    long length = head.length();
    if (length < 0) {
      return damaged(in, begin, body, "its header has no Content-Length");
    }
    boolean isLarge = length > maxBytes + (long) LONGEST_HEAD;
    byte[] block = new byte[isLarge ? 0 : (int) length];
    if (isLarge) {
      pass(in, length);
    } else {
      fill(in, block);
    }
    if (in.offset() - body < length || !isFollowed(in)) {
      return damaged(in, begin, body, "its block is not of the length that its header says");
    }
    return isLarge
        ? new WarcEntry.TooLarge(in.place(begin), head, length)
        : new WarcEntry.Whole(in.place(begin), head, block);
  }

  /** The lines up to the empty one; none if there is no such line in reach. */
  private static Optional<byte[]> head(Stretch in) throws IOException {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    int column = 1;
    for (int b = in.read(); b >= 0 && lines.size() < LONGEST_HEAD; b = in.read()) {
      if (b == '\n' && column == 0) {
        return Optional.of(lines.toByteArray());
      }
      lines.write(b);
      column = b == '\n' ? 0 : b == '\r' ? column : column + 1;
    }
    return Optional.empty();
  }

  private static void fill(Stretch in, byte[] block) throws IOException {
    int done = 0;
    while (done < block.length) {
      int read = in.read(block, done, block.length - done);
      if (read < 0) {
        return;
      }
      done += read;
    }
  }

  private static void pass(Stretch in, long length) throws IOException {
    byte[] passed = new byte[16 << 10];
    long left = length;
    while (left > 0) {
      int read = in.read(passed, 0, (int) Math.min(left, passed.length));
      if (read < 0) {
        return;
      }
      left -= read;
    }
  }

  /** Whether what ends a record comes: two line ends, the end, or another record. */
  private static boolean isFollowed(Stretch in) throws IOException {
    int lines = 0;
    int b = in.read();
    while (b == '\r' || b == '\n') {
      lines += b == '\n' ? 1 : 0;
      b = in.read();
    }
    if (b < 0) {
      return true;
    }
    long begin = in.offset() - 1;
    in.seek(begin);
    boolean isRecord = begins(in);
    in.seek(begin);
    return isRecord || lines >= 2;
  }

  /** Goes to the next line that begins a record, from this byte on. */
  private WarcEntry damaged(Stretch in, long begin, long from, String reason) throws IOException {
    in.seek(from);
    int matched = 0;
    for (int b = in.read(); b >= 0; b = in.read()) {
      matched = b == MARK[matched] ? matched + 1 : b == MARK[0] ? 1 : 0;
      if (matched == MARK.length) {
        long mark = in.offset() - MARK.length;
        if (isVersion(in)) {
          in.seek(mark);
          break;
        }
        matched = 0;
      }
    }
    return new WarcEntry.Damaged(in.place(begin), reason);
  }

  /** A digit and the end of the line, and not some text about archives. */
  private static boolean isVersion(Stretch in) throws IOException {
    int digit = in.read();
    int end = in.read();
    return digit >= '0' && digit <= '9' && (end == '\n' || (end == '\r' && in.read() == '\n'));
  }

  @Override
  public void close() {
    if (stretch != null) {
      stretch.close();
    }
    file.close();
  }
}
