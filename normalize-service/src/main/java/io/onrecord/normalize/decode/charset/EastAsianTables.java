package io.onrecord.normalize.decode.charset;

import java.nio.charset.Charset;
import java.util.Arrays;

/** The pair tables of the East Asian encodings: the JDK's, put right where the standard differs. */
final class EastAsianTables {
  private static final int PRIVATE_USE = 0xE000;

  private EastAsianTables() {}

  /** Big5 with the HKSCS characters; the standard drops nothing of the JDK's Big5-HKSCS. */
  static PairDecoder big5() {
    return new PairDecoder(PairTable.of(Charset.forName("Big5-HKSCS")), leads(0x81, 0xFE));
  }

  static PairDecoder eucKr() {
    return new PairDecoder(PairTable.of(Charset.forName("x-windows-949")), leads(0x81, 0xFE));
  }

  static PairDecoder johab() {
    return new PairDecoder(PairTable.of(Charset.forName("x-Johab")), leads(0x81, 0xFE));
  }

  static PairDecoder shiftJis() {
    PairTable pairs =
        PairTable.of(Charset.forName("windows-31j")).with(EastAsianTables::userDefinedRows);
    char[] singles = leads(0x81, 0xFC);
    singles[0] = 0x80;
    Arrays.fill(singles, 0x20, 0x21, '\uFFFD');
    for (int b = 0xA1; b <= 0xDF; b++) {
      singles[b - 0x80] = (char) (0xFF61 - 0xA1 + b);
    }
    return new PairDecoder(pairs, singles);
  }

  /** Rows F0–F9 of Shift_JIS are for the user: U+E000 and on, in order. */
  private static int userDefinedRows(int lead, int trail, int codePoint) {
    if (lead < 0xF0 || lead > 0xF9) {
      return codePoint;
    }
    boolean cell = trail != 0x7F && trail <= 0xFC;
    return cell ? PRIVATE_USE + (lead - 0xF0) * 188 + trail - (trail < 0x7F ? 0x40 : 0x41) : 0;
  }

  /** EUC-JP has the rows of Shift_JIS (with the vendors' characters), two to a lead byte. */
  static EucJpDecoder eucJp(PairTable shiftJis) {
    PairTable jdk = PairTable.of(Charset.forName("EUC-JP"));
    PairTable jis0208 =
        jdk.with(
            (row, cell, codePoint) -> {
              if (row < 0xA1 || cell < 0xA1 || row == 0xFF || cell == 0xFF) {
                return PairTable.NONE;
              }
              int pointer = (row - 0xA1) * 94 + cell - 0xA1;
              int lead = pointer / 188;
              int trail = pointer % 188;
              return shiftJis.get(
                  lead + (lead < 0x1F ? 0x81 : 0xC1), trail + (trail < 0x3F ? 0x40 : 0x41));
            });
    return new EucJpDecoder(jis0208, supplement(jdk));
  }

  private static PairTable supplement(PairTable shape) {
    Charset eucJp = Charset.forName("EUC-JP");
    byte[] sequence = {(byte) 0x8F, 0, 0};
    return shape.with(
        (row, cell, codePoint) -> {
          if (row < 0xA1 || cell < 0xA1 || row == 0xFF || cell == 0xFF) {
            return PairTable.NONE;
          }
          sequence[1] = (byte) row;
          sequence[2] = (byte) cell;
          String text = new String(sequence, eucJp);
          return text.length() == 1 && text.charAt(0) != '\uFFFD' ? text.charAt(0) : PairTable.NONE;
        });
  }

  /** Bytes 80–FF alone: leads are 0, the rest means nothing. */
  private static char[] leads(int first, int last) {
    char[] singles = new char[0x80];
    Arrays.fill(singles, '\uFFFD');
    Arrays.fill(singles, first - 0x80, last - 0x80 + 1, (char) 0);
    return singles;
  }
}
