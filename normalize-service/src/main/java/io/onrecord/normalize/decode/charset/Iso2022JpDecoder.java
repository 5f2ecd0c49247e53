package io.onrecord.normalize.decode.charset;

/** ISO-2022-JP: escape sequences switch between ASCII, JIS Roman, katakana and JIS X 0208. */
public final class Iso2022JpDecoder implements TextDecoder {
  private enum Set {
    ASCII,
    ROMAN,
    KATAKANA,
    JIS0208
  }

  private final PairTable jis0208;

  Iso2022JpDecoder(PairTable jis0208) {
    this.jis0208 = jis0208;
  }

  @Override
  public String decode(byte[] bytes, int from, int to) {
    Characters text = new Characters(to - from);
    Set set = Set.ASCII;
    int i = from;
    while (i < to) {
      int b = bytes[i] & 0xFF;
      if (b == 0x1B) {
        Set named = named(bytes, i, to);
        if (named == null) {
          text.error();
          i++;
        } else {
          set = named;
          i += 3;
        }
      } else if (set == Set.JIS0208 && b > 0x20 && b < 0x7F && i + 1 < to) {
        i = pair(bytes, i, b, text);
      } else {
        text.put(single(set, b));
        i++;
      }
    }
    return text.toString();
  }

  private int pair(byte[] bytes, int i, int b, Characters text) {
    int next = bytes[i + 1] & 0xFF;
    int entry = next > 0x20 && next < 0x7F ? jis0208.get(b | 0x80, next | 0x80) : PairTable.NONE;
    text.put(entry == PairTable.NONE ? 0xFFFD : entry);
    return next == 0x1B || next == '\n' ? i + 1 : i + 2;
  }

  private static int single(Set set, int b) {
    if (b >= 0x80 || b == 0x0E || b == 0x0F) {
      return 0xFFFD;
    }
    return switch (set) {
      case ROMAN -> b == 0x5C ? '¥' : b == 0x7E ? '‾' : b;
      case KATAKANA -> b > 0x20 && b < 0x60 ? 0xFF61 - 0x21 + b : b > 0x20 ? 0xFFFD : b;
      case ASCII -> b;
      case JIS0208 -> b == '\n' || b == '\r' || b == ' ' || b == '\t' ? b : 0xFFFD;
    };
  }

  private static @org.jspecify.annotations.Nullable Set named(byte[] bytes, int i, int to) {
    if (i + 2 >= to) {
      return null;
    }
    return switch (bytes[i + 1] << 8 | bytes[i + 2]) {
      case '(' << 8 | 'B' -> Set.ASCII;
      case '(' << 8 | 'J' -> Set.ROMAN;
      case '(' << 8 | 'I' -> Set.KATAKANA;
      case '$' << 8 | '@', '$' << 8 | 'B' -> Set.JIS0208;
      default -> null;
    };
  }
}
