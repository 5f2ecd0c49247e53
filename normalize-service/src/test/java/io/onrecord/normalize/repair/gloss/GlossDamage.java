package io.onrecord.normalize.repair.gloss;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;

/**
 * Does to a text what the pages of this kind went through: readings are put behind the bytes of
 * some characters, wherever a character begins, and a decoder makes of it what it can.
 */
final class GlossDamage {
  private final Charset charset;
  private final Decoder decoder;
  private final Map<Integer, byte[]> glosses = new HashMap<>();

  /** What a decoder does with a byte that begins no character. */
  enum Decoder {
    /** Writes a question mark for it and the byte behind it. */
    SWALLOWS,
    /** Writes a question mark and goes on with the byte behind it. */
    KEEPS,
    /** Writes U+FFFD and goes on with the byte behind it. */
    MARKS,
    /** The decoder of the JDK, whatever it does. */
    JDK
  }

  GlossDamage(Charset charset, Decoder decoder, Brackets brackets, Map<Character, String> table) {
    this.charset = charset;
    this.decoder = decoder;
    table.forEach(
        (c, reading) -> {
          byte[] pair = String.valueOf(c).getBytes(charset);
          byte[] gloss = (brackets.open + reading + brackets.close).getBytes(charset);
          glosses.put((pair[0] & 0xFF) << 8 | pair[1] & 0xFF, gloss);
        });
  }

  String damage(String line) {
    return decoded(glossed(line.getBytes(charset)));
  }

  /**
   * The line as it is when full-width signs become ASCII afterwards, in disregard of characters.
   */
  String damageTwice(String line) {
    byte[] bytes = damage(line).getBytes(charset);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < bytes.length; i++) {
      int next = i + 1 < bytes.length ? bytes[i + 1] & 0xFF : 0;
      if ((bytes[i] & 0xFF) == 0xA3 && (next == 0xBF || next == 0xBB)) {
        out.write(next - 0x80);
        i++;
      } else {
        out.write(bytes[i]);
      }
    }
    return decoded(out.toByteArray(), Decoder.KEEPS);
  }

  private byte[] glossed(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < bytes.length; i++) {
      int pair = i + 1 < bytes.length ? (bytes[i] & 0xFF) << 8 | bytes[i + 1] & 0xFF : 0;
      out.write(bytes[i]);
      if (glosses.containsKey(pair)) {
        out.write(bytes[++i]);
        out.writeBytes(glosses.get(pair));
      }
    }
    return out.toByteArray();
  }

  private String decoded(byte[] bytes) {
    return decoded(bytes, decoder);
  }

  private String decoded(byte[] bytes, Decoder how) {
    if (how == Decoder.JDK) {
      return new String(bytes, charset);
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < bytes.length; i++) {
      String pair = i + 1 < bytes.length ? new String(bytes, i, 2, charset) : "";
      if (bytes[i] >= 0) {
        text.append((char) bytes[i]);
      } else if (pair.length() == 1 && pair.charAt(0) != '\uFFFD') {
        text.append(pair);
        i++;
      } else {
        text.append(how == Decoder.MARKS ? '\uFFFD' : '?');
        i += how == Decoder.SWALLOWS ? 1 : 0;
      }
    }
    return text.toString();
  }
}
