package io.onrecord.normalize.repair.step;

/** Characters without which a text cannot have a certain damage. */
public enum Sign {
  /** Starts a character reference. */
  AMPERSAND,
  /** A backslash or a per cent sign: starts a machine's escape. */
  ESCAPE,
  /** A question mark, which stands for a letter that was lost. */
  QUESTION_MARK,
  /** Any character that is not ASCII. */
  BEYOND_ASCII,
  /** An ideograph, that of the number nought included. */
  IDEOGRAPH,
  /** U+0080 to U+009F. */
  CONTROL,
  NO_BREAK_SPACE,
  /** Zero-width characters of any kind. */
  ZERO_WIDTH,
  /** A radical in the place of an ideograph. */
  RADICAL,
  /** What stands for lost characters: U+FFFD, and one character of each way of misreading it. */
  REPLACEMENT;

  int bit() {
    return 1 << ordinal();
  }

  /** The bits of all the signs that a character is. */
  static int bitsOf(int c) {
    int bits = c < 0x80 ? 0 : BEYOND_ASCII.bit();
    return switch (c) {
      case '&' -> AMPERSAND.bit();
      case '\\', '%' -> ESCAPE.bit();
      case '?' -> QUESTION_MARK.bit();
      case 0xA0 -> bits | NO_BREAK_SPACE.bit();
      case 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF -> bits | ZERO_WIDTH.bit();
      case '\uFFFD' -> bits | REPLACEMENT.bit();
      case '½', '˝', 'Ѕ', '┐', 'Ω' -> bits | REPLACEMENT.bit();
      case '锟', '嚙', '烫', '屯' -> bits | REPLACEMENT.bit() | IDEOGRAPH.bit();
      case 0x3007 -> bits | IDEOGRAPH.bit();
      default -> bits | ofRange(c);
    };
  }

  private static int ofRange(int c) {
    if (c >= 0x80 && c < 0xA0) {
      return CONTROL.bit();
    }
    if (c >= 0x2E80 && c < 0x2FE0) {
      return RADICAL.bit();
    }
    return c >= 0x3400 && c < 0xA000 ? IDEOGRAPH.bit() : 0;
  }
}
