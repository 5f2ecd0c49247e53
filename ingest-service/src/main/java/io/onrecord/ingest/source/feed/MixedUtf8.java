package io.onrecord.ingest.source.feed;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * UTF-8 with bytes of windows-1252 in it, as templates make it into which somebody pasted, and
 * UTF-8 that was cut off within a letter.
 *
 * <pre>Caf(C3 A9) (93)au lait(94) becomes Café “au lait”</pre>
 */
final class MixedUtf8 {
  private static final Charset FOREIGN = Charset.forName("windows-1252");

  /** A letter of UTF-8 is no accident; so many of them allow one foreign byte. */
  private static final int FOREIGN_AMONG = 2;

  private MixedUtf8() {}

  /** The text; empty if most of its letters beyond ASCII are not UTF-8. */
  static Optional<String> read(byte[] bytes) {
    CharsetDecoder utf8 =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    int foreign = 0;
    CoderResult result = utf8.decode(in, out, true);
    while (result.isError()) {
      byte[] wrong = new byte[result.length()];
      in.get(wrong);
      if (in.hasRemaining()) { // what is cut off at the end is nobody's letter
        out.put(new String(wrong, FOREIGN));
        foreign++;
      }
      result = utf8.decode(in, out, true);
    }
    String text = out.flip().toString();
    long letters = text.chars().filter(c -> c > 0x7f).count() - foreign;
    return letters > 0 && letters >= (long) foreign * FOREIGN_AMONG
        ? Optional.of(text)
        : Optional.empty();
  }
}
