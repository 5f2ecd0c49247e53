package io.onrecord.normalize.decode.statistics;

import io.onrecord.normalize.decode.charset.ResourceLines;
import java.util.Arrays;

/** How common characters are in Chinese, Japanese or Korean, as costs in eighths of a nat. */
final class Commonness {
  static final Commonness SIMPLIFIED = new Commonness("zh-Hans");
  static final Commonness TRADITIONAL = new Commonness("zh-Hant");
  static final Commonness JAPANESE = new Commonness("ja");
  static final Commonness KOREAN = new Commonness("ko");

  private static final int BEYOND_BMP = 140;
  private final String language;
  private final byte[] costs = new byte[0x10000];

  private Commonness(String language) {
    this.language = language;
    for (int c = 0; c < costs.length; c++) {
      costs[c] = (byte) unlisted(c);
    }
    for (String line : ResourceLines.of("commonness/" + language + ".txt")) {
      int space = line.indexOf(' ');
      byte cost = (byte) Math.min(124, 2 * Integer.parseInt(line.substring(0, space)));
      line.substring(space + 1).chars().forEach(c -> costs[c] = cost);
    }
  }

  /** The models, in a fixed order. */
  static Commonness[] all() {
    return new Commonness[] {SIMPLIFIED, TRADITIONAL, JAPANESE, KOREAN};
  }

  String language() {
    return language;
  }

  int cost(int codePoint) {
    return codePoint < 0x10000 ? costs[codePoint] : BEYOND_BMP;
  }

  /** What a character costs that no text of these languages is known to have. */
  private static int unlisted(int c) {
    return switch (Character.getType(c)) {
      case Character.PRIVATE_USE, Character.CONTROL, Character.UNASSIGNED, Character.SURROGATE ->
          120;
      case Character.UPPERCASE_LETTER, Character.LOWERCASE_LETTER -> c < 0x530 ? 76 : 100;
      case Character.OTHER_SYMBOL,
          Character.MATH_SYMBOL,
          Character.OTHER_NUMBER,
          Character.LETTER_NUMBER,
          Character.OTHER_PUNCTUATION,
          Character.DASH_PUNCTUATION ->
          c < 0x2000 || c >= 0x3000 ? 88 : 76;
      default -> c >= 0x3400 && c <= 0x9FFF ? 116 : 104;
    };
  }

  @Override
  public String toString() {
    return language + Arrays.hashCode(costs);
  }
}
