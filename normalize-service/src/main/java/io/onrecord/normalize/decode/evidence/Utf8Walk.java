package io.onrecord.normalize.decode.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.onrecord.normalize.decode.charset.Utf8Text;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * All the bytes read as UTF-8, counting what fits and what does not.
 *
 * <p>A text cut inside a character has continuation bytes at its start or an unfinished sequence at
 * its end; neither counts as an error. The walk covers the whole input, unless there are more
 * errors than all the rest could make up for: then it stops, and has counted so far.
 *
 * @param sequences well-formed sequences of two to four bytes
 * @param longer those of three and four bytes: pairs of Chinese bytes seldom look like these
 * @param errors places where the bytes are no UTF-8, runs counting once a byte
 * @param cut whether the text begins or ends inside a character
 * @param ascii whether no byte is above 7F
 * @param nul whether a byte is 0, which text in an ASCII-compatible encoding never has
 * @param escape whether an escape character or {@code ~{} occurs, perhaps a seven-bit encoding;
 *     looked for only where there is no well-formed sequence
 */
public record Utf8Walk(
    int sequences,
    int longer,
    int errors,
    boolean cut,
    boolean ascii,
    boolean nul,
    boolean escape) {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int SEQUENCES_PER_ERROR = 4;
  private static final long HIGH = 0x8080808080808080L;
  private static final long ONES = 0x0101010101010101L;

  /** What a walk over bytes finds that are read already and are UTF-8 throughout. */
  public static Utf8Walk of(Utf8Text sound) {
    boolean ascii = sound.sequences() == 0;
    boolean escape = ascii && hasEscape(sound.text());
    return new Utf8Walk(sound.sequences(), sound.longer(), 0, false, ascii, sound.nul(), escape);
  }

  /** Walks all of the bytes. */
  public static Utf8Walk of(byte[] bytes) {
    int length = bytes.length;
    int sequences = 0;
    int longer = 0;
    int errors = 0;
    boolean ascii = true;
    boolean nul = false;
    int i = leadingContinuations(bytes);
    boolean cut = i > 0;
    while (i < length) {
      while (i + 32 <= length
          && ((signs(bytes, i) | signs(bytes, i + 8) | signs(bytes, i + 16) | signs(bytes, i + 24))
                  & HIGH)
              == 0) {
        i += 32;
      }
      int stop = Math.min(i + 32, length);
      while (i < stop) {
        int b = bytes[i];
        if (b >= 0) {
          nul |= b == 0;
          i++;
          continue;
        }
        ascii = false;
        int n = isPlainThree(bytes, i) ? 3 : sequence(bytes, i);
        if (n > 0) {
          sequences++;
          longer += n > 2 ? 1 : 0;
          i += n;
        } else if (n == CUT) {
          cut = true;
          i = length;
        } else {
          errors++;
          i++;
          if (sequences > 0 && isNone(sequences + (length - i), errors)) {
            return new Utf8Walk(sequences, longer, errors, cut, false, nul, false);
          }
        }
      }
    }
    boolean escape = sequences == 0 && hasEscape(new String(bytes, ISO_8859_1));
    return new Utf8Walk(sequences, longer, errors, cut, ascii && !cut, nul, escape);
  }

  /** Whether so many errors are too many for UTF-8 with so many sequences. */
  private static boolean isNone(int sequences, int errors) {
    return (long) errors * SEQUENCES_PER_ERROR > sequences;
  }

  /** Whether the bytes are UTF-8 but for a few. */
  public boolean isMostlyUtf8() {
    return sequences > 0 && !isNone(sequences, errors);
  }

  /** A high bit where the first of eight bytes that is 0 or above 7F stands, and none if none. */
  private static long signs(byte[] bytes, int at) {
    long eight = (long) LONGS.get(bytes, at);
    return eight | eight - ONES;
  }

  private static boolean hasEscape(String ascii) {
    return ascii.indexOf('\u001B') >= 0 || ascii.contains("~{");
  }

  /** Up to three continuation bytes at the very start are the rest of a cut character. */
  private static int leadingContinuations(byte[] bytes) {
    int i = 0;
    while (i < 3 && i < bytes.length && (bytes[i] & 0xC0) == 0x80) {
      i++;
    }
    return i;
  }

  private static final int CUT = -1;

  /** The quick way for most characters of East Asian text. */
  private static boolean isPlainThree(byte[] bytes, int i) {
    return i + 2 < bytes.length
        && bytes[i] > (byte) 0xE0
        && bytes[i] < (byte) 0xED
        && bytes[i + 1] < (byte) 0xC0
        && bytes[i + 2] < (byte) 0xC0;
  }

  /** The length of the sequence at {@code i}, 0 if there is none, {@link #CUT} if it is cut off. */
  private static int sequence(byte[] bytes, int i) {
    int lead = bytes[i] & 0xFF;
    int n = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
    for (int k = 1; k < n; k++) {
      if (i + k == bytes.length) {
        return CUT;
      }
      int b = bytes[i + k] & 0xFF;
      if ((b & 0xC0) != 0x80 || k == 1 && !second(lead, b)) {
        return 0;
      }
    }
    return n;
  }

  /** No overlong forms, no surrogates, nothing above U+10FFFF. */
  private static boolean second(int lead, int b) {
    return switch (lead) {
      case 0xE0 -> b >= 0xA0;
      case 0xED -> b < 0xA0;
      case 0xF0 -> b >= 0x90;
      case 0xF4 -> b < 0x90;
      default -> true;
    };
  }
}
