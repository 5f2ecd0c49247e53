package io.onrecord.normalize.decode.charset;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * UTF-8. Sound text is read here, since pages are mostly ASCII with little else between, for which
 * the JDK's own decoder takes three times as long; text with errors is left to it. The JDK reads
 * errors as the standard does but for surrogates in three bytes, which it makes one U+FFFD and the
 * standard three.
 */
final class Utf8Decoder implements TextDecoder {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long HIGH = 0x8080808080808080L;

  /** An ASCII run of this length becomes a piece of its own. */
  private static final int LONG_RUN = 512;

  /** So many bytes with other characters between become one piece. */
  private static final int MIXED = 2048;

  @Override
  public String decode(byte[] bytes, int from, int to) {
    if (asciiEnd(bytes, from, to) == to) {
      return new String(bytes, from, to - from, ISO_8859_1);
    }
    List<String> pieces = new ArrayList<>();
    char[] mixed = new char[MIXED + 4];
    int i = from;
    while (i < to) {
      int end = asciiEnd(bytes, i, to);
      if (end - i >= LONG_RUN) {
        pieces.add(new String(bytes, i, end - i, ISO_8859_1));
        i = end;
      }
      int stop = Math.min(to, i + MIXED);
      int n = 0;
      while (i < stop) {
        int b = bytes[i];
        if (b >= 0) {
          if (i + 8 <= stop && put((long) LONGS.get(bytes, i), mixed, n)) {
            n += 8;
            i += 8;
          } else {
            mixed[n++] = (char) b;
            i++;
          }
          continue;
        }
        int point = point(bytes, i, to, b);
        if (point < 0x80) {
          return withErrors(bytes, from, to);
        }
        if (point < 0x10000) {
          mixed[n++] = (char) point;
          i += point < 0x800 ? 2 : 3;
        } else {
          mixed[n++] = Character.highSurrogate(point);
          mixed[n++] = Character.lowSurrogate(point);
          i += 4;
        }
      }
      pieces.add(new String(mixed, 0, n));
    }
    return String.join("", pieces);
  }

  /** Writes eight bytes as characters if they are all ASCII. */
  private static boolean put(long eight, char[] text, int n) {
    if ((eight & HIGH) != 0) {
      return false;
    }
    text[n] = (char) (eight & 0x7F);
    text[n + 1] = (char) (eight >> 8 & 0x7F);
    text[n + 2] = (char) (eight >> 16 & 0x7F);
    text[n + 3] = (char) (eight >> 24 & 0x7F);
    text[n + 4] = (char) (eight >> 32 & 0x7F);
    text[n + 5] = (char) (eight >> 40 & 0x7F);
    text[n + 6] = (char) (eight >> 48 & 0x7F);
    text[n + 7] = (char) (eight >> 56 & 0x7F);
    return true;
  }

  /** Where the ASCII that begins at {@code from} ends. */
  private static int asciiEnd(byte[] bytes, int from, int to) {
    int i = from;
    while (i + 32 <= to
        && (((long) LONGS.get(bytes, i)
                    | (long) LONGS.get(bytes, i + 8)
                    | (long) LONGS.get(bytes, i + 16)
                    | (long) LONGS.get(bytes, i + 24))
                & HIGH)
            == 0) {
      i += 32;
    }
    while (i < to && bytes[i] >= 0) {
      i++;
    }
    return i;
  }

  /** The character of several bytes at a place, or -1. */
  private static int point(byte[] bytes, int i, int to, int lead) {
    if (lead < (byte) 0xE0) {
      boolean two = i + 1 < to && lead >= (byte) 0xC2 && isNext(bytes[i + 1]);
      return two ? (lead & 0x1F) << 6 | bytes[i + 1] & 0x3F : -1;
    }
    if (lead < (byte) 0xF0) {
      if (i + 2 >= to || !isNext(bytes[i + 1]) || !isNext(bytes[i + 2])) {
        return -1;
      }
      int point = (lead & 0x0F) << 12 | (bytes[i + 1] & 0x3F) << 6 | bytes[i + 2] & 0x3F;
      return point < 0x800 || point >= 0xD800 && point < 0xE000 ? -1 : point;
    }
    if (i + 3 >= to || !isNext(bytes[i + 1]) || !isNext(bytes[i + 2]) || !isNext(bytes[i + 3])) {
      return -1;
    }
    int point =
        (lead & 0x0F) << 18
            | (bytes[i + 1] & 0x3F) << 12
            | (bytes[i + 2] & 0x3F) << 6
            | bytes[i + 3] & 0x3F;
    return point < 0x10000 || point > Character.MAX_CODE_POINT ? -1 : point;
  }

  private static boolean isNext(byte b) {
    return b < (byte) 0xC0;
  }

  private static String withErrors(byte[] bytes, int from, int to) {
    return hasSurrogate(bytes, from, to)
        ? withoutSurrogates(bytes, from, to)
        : new String(bytes, from, to - from, UTF_8);
  }

  private static boolean hasSurrogate(byte[] bytes, int from, int to) {
    for (int i = from; i + 1 < to; i++) {
      if (isSurrogate(bytes, i, to)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSurrogate(byte[] bytes, int i, int to) {
    return (bytes[i] & 0xFF) == 0xED && i + 1 < to && (bytes[i + 1] & 0xE0) == 0xA0;
  }

  /** Splits the bytes after the lead of each surrogate: what follows is then errors of its own. */
  private static String withoutSurrogates(byte[] bytes, int from, int to) {
    StringBuilder text = new StringBuilder(to - from);
    int start = from;
    for (int i = from; i < to; i++) {
      if (isSurrogate(bytes, i, to)) {
        text.append(new String(bytes, start, i + 1 - start, UTF_8));
        start = i + 1;
      }
    }
    return text.append(new String(bytes, start, to - start, UTF_8)).toString();
  }
}
