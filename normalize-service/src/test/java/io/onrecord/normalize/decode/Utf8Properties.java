package io.onrecord.normalize.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.normalize.decode.charset.Encodings;
import io.onrecord.normalize.decode.charset.Utf8Text;
import io.onrecord.normalize.decode.evidence.Utf8Walk;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** The quick way through UTF-8 against the standard's decoder, written down byte by byte. */
class Utf8Properties {

  @Property(tries = 1000, seed = "20261122")
  void readsWhatTheStandardReads(@ForAll("mixed") byte[] bytes) {
    assertThat(Encodings.decoder("UTF-8").orElseThrow().decode(bytes))
        .isEqualTo(standard(bytes).text());
  }

  @Property(tries = 1000, seed = "20261122")
  void isSoundExactlyWhereTheStandardSeesNoErrorAndCountsAsTheWalkDoes(
      @ForAll("mixed") byte[] bytes) {
    Optional<Utf8Text> sound = Utf8Text.of(bytes, 0, bytes.length);

    assertThat(sound.isPresent()).isEqualTo(standard(bytes).errors() == 0);
    sound.ifPresent(text -> assertThat(Utf8Walk.of(text)).isEqualTo(Utf8Walk.of(bytes)));
  }

  @Property(tries = 500, seed = "20261122")
  void readsFromAnyPlaceToAnyOther(@ForAll("mixed") byte[] bytes) {
    int from = bytes.length / 3;
    int to = bytes.length - bytes.length / 4;
    byte[] part = Arrays.copyOfRange(bytes, from, to);

    assertThat(Utf8Text.of(bytes, from, to)).isEqualTo(Utf8Text.of(part, 0, part.length));
  }

  private record Read(String text, int errors) {}

  /** The UTF-8 decoder of the WHATWG standard, step by step. */
  private static Read standard(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int errors = 0;
    int point = 0;
    int needed = 0;
    int lower = 0x80;
    int upper = 0xBF;
    int i = 0;
    while (i < bytes.length) {
      int b = bytes[i++] & 0xFF;
      if (needed > 0 && (b < lower || b > upper)) {
        needed = 0;
        lower = 0x80;
        upper = 0xBF;
        i--;
        text.append('\uFFFD');
        errors++;
      } else if (needed > 0) {
        lower = 0x80;
        upper = 0xBF;
        point = point << 6 | b & 0x3F;
        if (--needed == 0) {
          text.appendCodePoint(point);
        }
      } else if (b < 0x80) {
        text.append((char) b);
      } else if (b >= 0xC2 && b <= 0xF4) {
        needed = b < 0xE0 ? 1 : b < 0xF0 ? 2 : 3;
        lower = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80;
        upper = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF;
        point = b & (b < 0xE0 ? 0x1F : b < 0xF0 ? 0x0F : 0x07);
      } else {
        text.append('\uFFFD');
        errors++;
      }
    }
    if (needed > 0) {
      text.append('\uFFFD');
      errors++;
    }
    return new Read(text.toString(), errors);
  }

  /** Runs of every length, characters of every length, and in some texts a few foreign bytes. */
  @Provide
  Arbitrary<byte[]> mixed() {
    Arbitrary<byte[]> run =
        Arbitraries.integers()
            .between(0, 700)
            .map(length -> "ascii <p> ".repeat(70).substring(0, length))
            .map(text -> text.getBytes(StandardCharsets.UTF_8));
    Arbitrary<byte[]> character =
        Arbitraries.oneOf(
                Arbitraries.integers().between(0, 0x10FFFF),
                Arbitraries.of(0, 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFF, 0x10000))
            .filter(c -> c < 0xD800 || c > 0xDFFF)
            .map(c -> Character.toString(c).getBytes(StandardCharsets.UTF_8));
    Arbitrary<byte[]> chinese =
        Arbitraries.integers()
            .between(1, 5000)
            .map(n -> "她把针线盒放在窗台上".repeat(500).substring(0, n))
            .map(text -> text.getBytes(StandardCharsets.UTF_8));
    Arbitrary<byte[]> foreign =
        Arbitraries.of(
            new byte[] {(byte) 0xC0, (byte) 0x80},
            new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
            new byte[] {(byte) 0xE0, (byte) 0x9F, (byte) 0xBF},
            new byte[] {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
            new byte[] {(byte) 0xF0, (byte) 0x8F, (byte) 0xBF, (byte) 0xBF},
            new byte[] {(byte) 0xF5, (byte) 0x80, (byte) 0x80, (byte) 0x80},
            new byte[] {(byte) 0xE6, (byte) 0xB8},
            new byte[] {(byte) 0xF0, (byte) 0x9F, (byte) 0x98},
            new byte[] {(byte) 0xFF},
            new byte[] {(byte) 0xBF});
    Arbitrary<byte[]> sound =
        Arbitraries.frequencyOf(Tuple.of(4, run), Tuple.of(8, character), Tuple.of(1, chinese));
    Arbitrary<byte[]> any = Arbitraries.frequencyOf(Tuple.of(10, sound), Tuple.of(1, foreign));
    return Arbitraries.oneOf(
        sound.list().ofMaxSize(14).map(Utf8Properties::joined),
        any.list().ofMaxSize(14).map(Utf8Properties::joined));
  }

  private static byte[] joined(List<byte[]> parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    parts.forEach(all::writeBytes);
    return all.toByteArray();
  }
}
