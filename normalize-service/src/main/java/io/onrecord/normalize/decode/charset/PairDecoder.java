package io.onrecord.normalize.decode.charset;

/**
 * An encoding of ASCII, perhaps a few more single bytes, and pairs: Big5, EUC-KR, Shift_JIS, johab.
 *
 * <p>A pair without a meaning is one U+FFFD; if its second byte is ASCII, that byte is read again.
 */
public final class PairDecoder implements TextDecoder {
  private final PairTable pairs;
  private final char[] singles;

  /**
   * @param singles what a byte 80–FF means alone; 0 = a lead byte, U+FFFD = nothing
   */
  PairDecoder(PairTable pairs, char[] singles) {
    this.pairs = pairs;
    this.singles = singles;
  }

  /** The table of the pairs. */
  public PairTable pairs() {
    return pairs;
  }

  /** What a byte 80–FF means alone; 0 if it leads a pair. */
  public char single(int b) {
    return singles[b - 0x80];
  }

  @Override
  public String decode(byte[] bytes, int from, int to) {
    Characters text = new Characters(to - from);
    int i = from;
    while (i < to) {
      int b = bytes[i++] & 0xFF;
      if (b < 0x80) {
        text.put((char) b);
      } else if (singles[b - 0x80] != 0) {
        text.put(singles[b - 0x80]);
      } else if (i == to) {
        text.error();
      } else {
        int trail = bytes[i] & 0xFF;
        int entry = pairs.get(b, trail);
        if (entry == PairTable.NONE) {
          text.error();
          i += trail < 0x80 ? 0 : 1;
        } else {
          text.put(entry);
          i++;
        }
      }
    }
    return text.toString();
  }
}
