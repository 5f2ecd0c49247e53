package io.onrecord.normalize.decode.charset;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads sound UTF-8 and gives up at the first error. Pages are ASCII for the most part: long runs
 * of it are copied as they are, what stands between goes through a buffer, eight bytes at a time
 * where they are ASCII. The JDK's own decoder takes more than twice as long. Not thread-safe.
 */
final class Utf8Reader {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long HIGH = 0x8080808080808080L;
  private static final long ONES = 0x0101010101010101L;

  /** An ASCII run of this length becomes a piece of its own. */
  private static final int LONG_RUN = 256;

  /** After so many times eight ASCII bytes it is time to look how long the run is. */
  private static final int SOME_RUN = 4;

  /** So many characters with others than ASCII between become one piece. */
  private static final int BUFFER = 4096;

  private static final int FULL = BUFFER - 12;

  private final byte[] bytes;
  private final int to;
  private int at;

  /** Up to here there is no long run. */
  private int looked;

  private final List<String> pieces = new ArrayList<>();
  private char[] buffer = {};
  private int length;
  private int sequences;
  private int longer;
  private boolean nul;

  Utf8Reader(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.at = from;
    this.looked = from;
    this.to = to;
  }

  /** Reads all of the bytes. */
  Optional<Utf8Text> read() {
    while (at < to) {
      if (at >= looked) {
        looked = plainEnd(at);
        if (looked - at >= LONG_RUN || looked == to) {
          flush();
          pieces.add(new String(bytes, at, looked - at, ISO_8859_1));
          at = looked;
          continue;
        }
      }
      if (!mixed()) {
        return Optional.empty();
      }
      if (length >= FULL) {
        flush();
      }
    }
    flush();
    String text = pieces.size() == 1 ? pieces.getFirst() : String.join("", pieces);
    return Optional.of(new Utf8Text(text, sequences, longer, nul));
  }

  private void flush() {
    if (length > 0) {
      pieces.add(new String(buffer, 0, length));
      length = 0;
    }
  }

  /** Where the run of ASCII without U+0000 that begins at a place ends. */
  private int plainEnd(int from) {
    int i = from;
    while (i + 32 <= to
        && ((signs(i) | signs(i + 8) | signs(i + 16) | signs(i + 24)) & HIGH) == 0) {
      i += 32;
    }
    while (i < to && bytes[i] > 0) {
      i++;
    }
    return i;
  }

  /** A high bit where the first of eight bytes that is 0 or above 7F stands, and none if none. */
  private long signs(int from) {
    long eight = (long) LONGS.get(bytes, from);
    return eight | eight - ONES;
  }

  /** Reads on until the buffer is full or a long run may have begun; false if there is an error. */
  private boolean mixed() {
    if (buffer.length == 0) {
      buffer = new char[BUFFER];
    }
    char[] text = buffer;
    int n = length;
    int i = at;
    int run = 0;
    while (i < to && n < FULL) {
      if (i + 8 <= to) {
        long eight = (long) LONGS.get(bytes, i);
        int plain = Long.numberOfTrailingZeros((eight | eight - ONES) & HIGH) >>> 3;
        if (plain == 8) {
          if (i >= looked && ++run > SOME_RUN) {
            break;
          }
          put(eight, text, n);
          n += 8;
          i += 8;
          continue;
        }
        run = 0;
        if (plain > 0) {
          put(eight, text, n);
          n += plain;
          i += plain;
        }
      }
      if (bytes[i] >= 0) {
        nul |= bytes[i] == 0;
        text[n++] = (char) bytes[i++];
        continue;
      }
      int point = 0;
      int start = n;
      int threes = 0;
      while (i + 4 <= to && n < FULL) {
        int four = (int) INTS.get(bytes, i);
        if ((four & 0xC0C0F0) == 0x8080E0) {
          point = (four & 0x0F) << 12 | four >> 2 & 0xFC0 | four >> 16 & 0x3F;
          if (point < 0x800 || (point & 0xF800) == 0xD800) {
            return false;
          }
          threes++;
          i += 3;
        } else if ((four & 0xC0E0) == 0x80C0) {
          point = (four & 0x1F) << 6 | four >> 8 & 0x3F;
          if (point < 0x80) {
            return false;
          }
          i += 2;
        } else {
          break;
        }
        text[n++] = (char) point;
      }
      sequences += n - start;
      longer += threes;
      if (i < to && bytes[i] < 0 && n < FULL) {
        point = point(i);
        if (point < 0x80) {
          return false;
        }
        sequences++;
        longer += point >= 0x800 ? 1 : 0;
        i += point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
        n += Character.toChars(point, text, n);
      }
    }
    at = i;
    length = n;
    return true;
  }

  /** Writes eight bytes as characters; those behind the first that is not ASCII mean nothing. */
  private static void put(long eight, char[] text, int n) {
    text[n] = (char) (eight & 0xFF);
    text[n + 1] = (char) (eight >> 8 & 0xFF);
    text[n + 2] = (char) (eight >> 16 & 0xFF);
    text[n + 3] = (char) (eight >> 24 & 0xFF);
    text[n + 4] = (char) (eight >> 32 & 0xFF);
    text[n + 5] = (char) (eight >> 40 & 0xFF);
    text[n + 6] = (char) (eight >> 48 & 0xFF);
    text[n + 7] = (char) (eight >> 56 & 0xFF);
  }

  /** The character of several bytes at a place, or -1. */
  private int point(int i) {
    int lead = bytes[i];
    if (lead < (byte) 0xE0) {
      boolean two = lead >= (byte) 0xC2 && areNext(i, 1);
      return two ? (lead & 0x1F) << 6 | bytes[i + 1] & 0x3F : -1;
    }
    if (lead < (byte) 0xF0) {
      if (!areNext(i, 2)) {
        return -1;
      }
      int point = (lead & 0x0F) << 12 | (bytes[i + 1] & 0x3F) << 6 | bytes[i + 2] & 0x3F;
      return point < 0x800 || point >= 0xD800 && point < 0xE000 ? -1 : point;
    }
    if (lead > (byte) 0xF4 || !areNext(i, 3)) {
      return -1;
    }
    int point =
        (lead & 0x07) << 18
            | (bytes[i + 1] & 0x3F) << 12
            | (bytes[i + 2] & 0x3F) << 6
            | bytes[i + 3] & 0x3F;
    return point < 0x10000 || point > Character.MAX_CODE_POINT ? -1 : point;
  }

  /** Whether so many bytes behind a place go on with its character. */
  private boolean areNext(int i, int count) {
    boolean next = i + count < to;
    for (int k = 1; next && k <= count; k++) {
      next = bytes[i + k] < (byte) 0xC0;
    }
    return next;
  }
}
