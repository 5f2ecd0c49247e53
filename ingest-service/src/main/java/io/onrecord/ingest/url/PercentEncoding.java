package io.onrecord.ingest.url;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Percent-encoding with the encode sets of the URL Standard, section 1.3. */
enum PercentEncoding {
  FRAGMENT(" \"<>`"),
  SPECIAL_QUERY(" \"#<>'"),
  PATH(" \"#<>?^`{}"),
  USERINFO(" \"#<>?^`{}/:;=@[\\]|");

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private final String set;

  PercentEncoding(String set) {
    this.set = set;
  }

  /** Appends the code point, encoded if it is a control, not ASCII, or in the set. */
  void append(int codePoint, StringBuilder to) {
    if (codePoint > 0x1F && codePoint < 0x7F && set.indexOf(codePoint) < 0) {
      to.append((char) codePoint);
      return;
    }
    // A lone surrogate is not a scalar value; the standard's strings hold U+FFFD in its place.
    boolean lone = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    String text = lone ? "\uFFFD" : Character.toString(codePoint);
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      to.append('%').append(HEX.toHexDigits(b));
    }
  }

  String encode(String text) {
    StringBuilder encoded = new StringBuilder(text.length());
    text.codePoints().forEach(codePoint -> append(codePoint, encoded));
    return encoded.toString();
  }

  /** The bytes of a text in which {@code %xx} stands for a byte and everything else for UTF-8. */
  static byte[] decode(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '%'
          && i + 2 < bytes.length
          && HexFormat.isHexDigit(bytes[i + 1])
          && HexFormat.isHexDigit(bytes[i + 2])) {
        decoded.write(
            HexFormat.fromHexDigit(bytes[i + 1]) << 4 | HexFormat.fromHexDigit(bytes[i + 2]));
        i += 2;
      } else {
        decoded.write(bytes[i]);
      }
    }
    return decoded.toByteArray();
  }
}
