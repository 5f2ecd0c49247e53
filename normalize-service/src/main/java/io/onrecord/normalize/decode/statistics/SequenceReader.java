package io.onrecord.normalize.decode.statistics;

import io.onrecord.normalize.decode.charset.EucJpDecoder;
import io.onrecord.normalize.decode.charset.Gb18030Decoder;
import io.onrecord.normalize.decode.charset.PairDecoder;
import io.onrecord.normalize.decode.charset.PairTable;
import java.nio.charset.Charset;

/** Reads one character of an East Asian encoding at a place that is not ASCII. */
interface SequenceReader {

  /** Length in the upper half, code point (0 = no character) in the lower. */
  long read(byte[] bytes, int at, int to);

  /** A character that takes {@code length} bytes. */
  static long character(int length, int codePoint) {
    return (long) length << 32 | (codePoint < 0 ? codePoint >>> 16 & 0x7FFF : codePoint);
  }

  /** No character; one byte is passed over, or two if the second is not ASCII either. */
  static long error(byte[] bytes, int at, int to) {
    return character(at + 1 < to && bytes[at + 1] < 0 ? 2 : 1, PairTable.NONE);
  }

  static SequenceReader of(PairDecoder decoder) {
    return (bytes, at, to) -> {
      int lead = bytes[at] & 0xFF;
      if (decoder.single(lead) != 0) {
        char single = decoder.single(lead);
        return character(1, single == '\uFFFD' ? PairTable.NONE : single);
      }
      int entry = at + 1 < to ? decoder.pairs().get(lead, bytes[at + 1] & 0xFF) : PairTable.NONE;
      return entry == PairTable.NONE ? error(bytes, at, to) : character(2, entry);
    };
  }

  static SequenceReader of(Gb18030Decoder decoder) {
    return (bytes, at, to) -> {
      int lead = bytes[at] & 0xFF;
      int second = at + 1 < to ? bytes[at + 1] & 0xFF : 0;
      if (second >= 0x30 && second <= 0x39 && at + 3 < to && bytes[at + 2] < 0) {
        int fourth = bytes[at + 3] & 0xFF;
        int third = bytes[at + 2] & 0xFF;
        boolean four = fourth >= 0x30 && fourth <= 0x39 && third > 0x80 && lead > 0x80;
        int codePoint = four ? decoder.fourByte(lead, second, third, fourth) : PairTable.NONE;
        return codePoint == PairTable.NONE ? error(bytes, at, to) : character(4, codePoint);
      }
      int entry = decoder.pairs().get(lead, second);
      return entry == PairTable.NONE ? error(bytes, at, to) : character(2, entry);
    };
  }

  /** Plane 1 of CNS 11643 in pairs, the other planes in four bytes behind 8E. */
  static SequenceReader eucTw() {
    Charset charset = Charset.forName("x-EUC-TW");
    PairTable pairs = PairTable.of(charset);
    return (bytes, at, to) -> {
      int lead = bytes[at] & 0xFF;
      int plane = at + 3 < to ? bytes[at + 1] & 0xFF : 0;
      if (lead == 0x8E && plane >= 0xA1 && plane <= 0xB0) {
        int codePoint = new String(bytes, at, 4, charset).codePointAt(0);
        return codePoint == 0xFFFD ? error(bytes, at, to) : character(4, codePoint);
      }
      int entry = at + 1 < to ? pairs.get(lead, bytes[at + 1] & 0xFF) : PairTable.NONE;
      return entry == PairTable.NONE ? error(bytes, at, to) : character(2, entry);
    };
  }

  static SequenceReader of(EucJpDecoder decoder) {
    return (bytes, at, to) -> {
      int lead = bytes[at] & 0xFF;
      int second = at + 1 < to ? bytes[at + 1] & 0xFF : 0;
      if (lead == 0x8E && second >= 0xA1 && second <= 0xDF) {
        return character(2, 0xFF61 - 0xA1 + second);
      }
      if (lead == 0x8F && second >= 0xA1 && at + 2 < to) {
        int entry = decoder.jis0212().get(second, bytes[at + 2] & 0xFF);
        return entry == PairTable.NONE ? error(bytes, at, to) : character(3, entry);
      }
      int entry = decoder.jis0208().get(lead, second);
      return entry == PairTable.NONE ? error(bytes, at, to) : character(2, entry);
    };
  }
}
