package io.onrecord.normalize.decode.charset;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;

/**
 * GB18030, and with it GB2312 and GBK: pairs, and four-byte sequences {@code 81–FE 30–39 81–FE
 * 30–39} for the rest of Unicode.
 */
public final class Gb18030Decoder implements TextDecoder {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final int BMP = 39420;
  private static final int SUPPLEMENTARY = 189000;
  private final PairTable pairs = PairTable.of(GB18030).with(Gb18030Decoder::ideographicSpace);
  private final char[] four = fourByteBmp();

  /** A3A0 is a second ideographic space; pages have it, the national standard does not. */
  private static int ideographicSpace(int lead, int trail, int codePoint) {
    return lead == 0xA3 && trail == 0xA0 ? 0x3000 : codePoint;
  }

  /** The table of the pairs. */
  public PairTable pairs() {
    return pairs;
  }

  /** The code point of a four-byte sequence, or {@link PairTable#NONE}. */
  public int fourByte(int b1, int b2, int b3, int b4) {
    int pointer = ((b1 - 0x81) * 10 + b2 - 0x30) * 1260 + (b3 - 0x81) * 10 + b4 - 0x30;
    if (pointer < BMP) {
      return four[pointer];
    }
    int codePoint = 0x10000 + pointer - SUPPLEMENTARY;
    return pointer >= SUPPLEMENTARY && codePoint <= Character.MAX_CODE_POINT
        ? codePoint
        : PairTable.NONE;
  }

  @Override
  public String decode(byte[] bytes, int from, int to) {
    Characters text = new Characters(to - from);
    int i = from;
    while (i < to) {
      int b = bytes[i++] & 0xFF;
      if (b < 0x80) {
        text.put((char) b);
      } else if (b == 0x80) {
        text.put('€');
      } else if (b == 0xFF || i == to) {
        text.error();
      } else {
        i = sequence(bytes, i, to, b, text);
      }
    }
    return text.toString();
  }

  /** Reads what follows the lead byte; gives where to read on. */
  private int sequence(byte[] bytes, int i, int to, int lead, Characters text) {
    int second = bytes[i] & 0xFF;
    if (second < 0x30 || second > 0x39) {
      int entry = pairs.get(lead, second);
      if (entry == PairTable.NONE) {
        text.error();
        return second < 0x80 ? i : i + 1;
      }
      text.put(entry);
      return i + 1;
    }
    if (i + 2 >= to) {
      // Cut inside a four-byte sequence: what is left of it is one error, as at the end of a
      // stream,
      // unless its third byte already shows that it was none.
      boolean cut = i + 1 >= to || isLead(bytes[i + 1] & 0xFF);
      text.error();
      return cut ? to : i;
    }
    int third = bytes[i + 1] & 0xFF;
    int fourth = bytes[i + 2] & 0xFF;
    if (!isLead(third) || fourth < 0x30 || fourth > 0x39) {
      text.error();
      return i;
    }
    int codePoint = fourByte(lead, second, third, fourth);
    text.put(codePoint == PairTable.NONE ? 0xFFFD : codePoint);
    return i + 3;
  }

  private static boolean isLead(int b) {
    return b >= 0x81 && b <= 0xFE;
  }

  private static char[] fourByteBmp() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int p = 0; p < BMP; p++) {
      all.write(0x81 + p / 12600);
      all.write(0x30 + p / 1260 % 10);
      all.write(0x81 + p / 10 % 126);
      all.write(0x30 + p % 10);
      all.write('\n');
    }
    String text = all.toString(GB18030);
    char[] table = new char[BMP];
    int at = 0;
    for (int p = 0; p < BMP; p++) {
      int end = text.indexOf('\n', at);
      table[p] = end == at + 1 && text.charAt(at) != '\uFFFD' ? text.charAt(at) : PairTable.NONE;
      at = end + 1;
    }
    return table;
  }
}
