package io.onrecord.normalize.repair;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;

/** Damage that can be undone, as it is done: for tests. */
enum Damage {
  UTF_8_AS_WINDOWS_1252("UTF-8", "windows-1252"),
  UTF_8_AS_LATIN_1("UTF-8", "ISO-8859-1"),
  UTF_8_AS_MACINTOSH("UTF-8", "x-MacRoman"),
  UTF_8_AS_IBM437("UTF-8", "IBM437"),
  UTF_8_AS_WINDOWS_1250("UTF-8", "windows-1250"),
  UTF_8_AS_WINDOWS_1251("UTF-8", "windows-1251"),
  UTF_8_AS_GB18030("UTF-8", "GB18030"),
  UTF_8_AS_BIG5("UTF-8", "x-windows-950"),
  UTF_8_AS_SHIFT_JIS("UTF-8", "windows-31j"),
  UTF_8_AS_CP949("UTF-8", "x-windows-949"),
  GBK_AS_LATIN_1("GBK", "ISO-8859-1"),
  GBK_AS_WINDOWS_1252("GBK", "windows-1252"),
  GBK_AS_WINDOWS_1250("GBK", "windows-1250"),
  GBK_AS_BIG5("GBK", "Big5"),
  GBK_AS_CP949("GBK", "x-windows-949"),
  BIG5_AS_LATIN_1("x-windows-950", "ISO-8859-1"),
  BIG5_AS_GB18030("x-windows-950", "GB18030"),
  TWICE("UTF-8", "windows-1252") {
    @Override
    Optional<String> to(String clean) {
      return super.to(clean).flatMap(super::to);
    }
  },
  DECIMAL_REFERENCES("", "") {
    @Override
    Optional<String> to(String clean) {
      StringBuilder out = new StringBuilder();
      clean
          .codePoints()
          .forEach(c -> out.append(c < 0x80 ? Character.toString(c) : "&#" + c + ";"));
      return Optional.of(out.toString());
    }
  },
  ESCAPED_REFERENCES("", "") {
    @Override
    Optional<String> to(String clean) {
      StringBuilder out = new StringBuilder();
      clean
          .codePoints()
          .forEach(c -> out.append(c < 0x80 ? Character.toString(c) : "&amp;#x%x;".formatted(c)));
      return Optional.of(out.toString());
    }
  };

  private final String right;
  private final String wrong;

  Damage(String right, String wrong) {
    this.right = right;
    this.wrong = wrong;
  }

  /** The damaged text, if nothing is lost by it. */
  Optional<String> to(String clean) {
    Charset from = Charset.forName(right);
    byte[] bytes = clean.getBytes(from);
    if (!new String(bytes, from).equals(clean)) {
      return Optional.empty();
    }
    String damaged = new String(bytes, Charset.forName(wrong));
    byte[] back = damaged.getBytes(Charset.forName(wrong));
    boolean lossless = damaged.indexOf('\uFFFD') < 0 && Arrays.equals(back, bytes);
    return lossless ? Optional.of(damaged) : Optional.empty();
  }

  /** Whether a text has anything that this could damage; Chinese sets damage Chinese text. */
  boolean affects(String clean) {
    boolean chinese = clean.chars().filter(c -> c >= 0x2E80).count() * 2 > clean.length();
    boolean beyondAscii = clean.chars().anyMatch(c -> c >= 0x80);
    return beyondAscii && (chinese || right.isEmpty() || right.equals("UTF-8"));
  }
}
