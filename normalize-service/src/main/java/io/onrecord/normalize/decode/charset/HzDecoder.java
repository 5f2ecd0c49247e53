package io.onrecord.normalize.decode.charset;

/**
 * HZ (RFC 1843): GB2312 in seven bits between <code>~{</code> and <code>~}</code>.
 *
 * <p>Before: <code>~{&lt;:Ky2;~}</code>. After: 己所不. A line end also closes the Chinese part.
 */
public final class HzDecoder implements TextDecoder {
  private final PairTable gb;

  HzDecoder(PairTable gb) {
    this.gb = gb;
  }

  @Override
  public String decode(byte[] bytes, int from, int to) {
    Characters text = new Characters(to - from);
    boolean chinese = false;
    int i = from;
    while (i < to) {
      int b = bytes[i] & 0xFF;
      int next = i + 1 < to ? bytes[i + 1] & 0xFF : -1;
      if (b == '~' && next == (chinese ? '}' : '{')) {
        chinese = !chinese;
        i += 2;
      } else if (b == '~' && (next == '~' || next == '\n') && !chinese) {
        if (next == '~') {
          text.put('~');
        }
        i += 2;
      } else if (chinese && b == '\n') {
        chinese = false;
        text.put('\n');
        i++;
      } else if (chinese && b > 0x20 && b < 0x80 && next > 0x20 && next < 0x80) {
        int entry = gb.get(b | 0x80, next | 0x80);
        text.put(entry == PairTable.NONE ? 0xFFFD : entry);
        i += 2;
      } else {
        text.put(b < 0x80 ? b : 0xFFFD);
        i++;
      }
    }
    return text.toString();
  }
}
