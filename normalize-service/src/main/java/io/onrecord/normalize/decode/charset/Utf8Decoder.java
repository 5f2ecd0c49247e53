package io.onrecord.normalize.decode.charset;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * UTF-8. Sound text is read by {@link Utf8Reader}; text with errors is left to the JDK. That reads
 * errors as the standard does but for surrogates in three bytes, which it makes one U+FFFD and the
 * standard three.
 */
final class Utf8Decoder implements TextDecoder {
  @Override
  public String decode(byte[] bytes, int from, int to) {
    return Utf8Text.of(bytes, from, to)
        .map(Utf8Text::text)
        .orElseGet(() -> withErrors(bytes, from, to));
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
