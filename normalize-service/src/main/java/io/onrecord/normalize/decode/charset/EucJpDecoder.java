package io.onrecord.normalize.decode.charset;

/**
 * EUC-JP: JIS X 0208 with the vendors' rows as pairs, half-width katakana, JIS X 0212 behind 8F.
 */
public final class EucJpDecoder implements TextDecoder {
  private final PairTable jis0208;
  private final PairTable jis0212;

  EucJpDecoder(PairTable jis0208, PairTable jis0212) {
    this.jis0208 = jis0208;
    this.jis0212 = jis0212;
  }

  /** The pairs of JIS X 0208, both bytes A1–FE. */
  public PairTable jis0208() {
    return jis0208;
  }

  /** The pairs of JIS X 0212 (what follows 8F). */
  public PairTable jis0212() {
    return jis0212;
  }

  @Override
  public String decode(byte[] bytes, int from, int to) {
    Characters text = new Characters(to - from);
    int i = from;
    while (i < to) {
      int b = bytes[i++] & 0xFF;
      if (b < 0x80) {
        text.put((char) b);
        continue;
      }
      boolean lead = b == 0x8E || b == 0x8F || b >= 0xA1 && b <= 0xFE;
      if (!lead || i == to) {
        text.error();
        continue;
      }
      int next = bytes[i] & 0xFF;
      if (b == 0x8F && next >= 0xA1 && next <= 0xFE) {
        i = three(bytes, i + 1, to, next, text);
        continue;
      }
      int entry =
          b == 0x8E && next >= 0xA1 && next <= 0xDF ? 0xFF61 - 0xA1 + next : jis0208.get(b, next);
      text.put(entry == PairTable.NONE ? 0xFFFD : entry);
      i += entry == PairTable.NONE && next < 0x80 ? 0 : 1;
    }
    return text.toString();
  }

  private int three(byte[] bytes, int i, int to, int row, Characters text) {
    if (i == to) {
      text.error();
      return i;
    }
    int cell = bytes[i] & 0xFF;
    int entry = jis0212.get(row, cell);
    text.put(entry == PairTable.NONE ? 0xFFFD : entry);
    return entry == PairTable.NONE && cell < 0x80 ? i : i + 1;
  }
}
