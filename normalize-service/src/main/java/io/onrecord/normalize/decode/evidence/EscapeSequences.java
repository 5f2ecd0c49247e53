package io.onrecord.normalize.decode.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Seven-bit encodings give themselves away by the sequences that switch them: ISO-2022-JP, -KR, -CN
 * and HZ.
 */
public final class EscapeSequences {
  private static final int LIMIT = 1 << 20;

  private EscapeSequences() {}

  /** The encoding that the escape sequences in the first megabyte belong to. */
  public static Optional<String> encoding(byte[] bytes) {
    String text = new String(bytes, 0, Math.min(bytes.length, LIMIT), StandardCharsets.ISO_8859_1);
    for (int i = text.indexOf('\u001B'); i >= 0; i = text.indexOf('\u001B', i + 1)) {
      if (text.startsWith("$)C", i + 1)) {
        return Optional.of("ISO-2022-KR");
      }
      if (text.startsWith("$)A", i + 1)
          || text.startsWith("$)G", i + 1)
          || text.startsWith("$*H", i + 1)) {
        return Optional.of("ISO-2022-CN");
      }
      if (text.startsWith("$B", i + 1)
          || text.startsWith("$@", i + 1)
          || text.startsWith("(J", i + 1)
          || text.startsWith("(I", i + 1)) {
        return Optional.of("ISO-2022-JP");
      }
    }
    return isHz(text) ? Optional.of("HZ-GB-2312") : Optional.empty();
  }

  /** An opened part of pairs of GB2312 that is closed again. */
  private static boolean isHz(String text) {
    for (int open = text.indexOf("~{"); open >= 0; open = text.indexOf("~{", open + 1)) {
      int i = open + 2;
      while (i + 1 < text.length() && isPair(text.charAt(i), text.charAt(i + 1))) {
        i += 2;
      }
      if (i > open + 2 && text.startsWith("~}", i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPair(char row, char cell) {
    return row >= 0x21 && row <= 0x77 && cell >= 0x21 && cell <= 0x7E;
  }
}
