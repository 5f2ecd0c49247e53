package io.onrecord.normalize.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.normalize.decode.charset.Encodings;
import io.onrecord.normalize.decode.charset.Labels;
import java.nio.charset.Charset;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** What holds for every input. */
class DecoderProperties {
  private static final String COMMON = "的一是不了人我在有他这中大来上个国到说们为子和你地出道也时年得就那要下";
  private final Decoder decoder = new Decoder();

  @Property(tries = 300, seed = "20261121")
  void nothingThrowsAndTheAnswerIsTheSameTwice(@ForAll @Size(max = 600) byte[] bytes) {
    Decoded once = decoder.decode(bytes, Optional.empty());

    assertThat(decoder.decode(bytes, Optional.empty())).isEqualTo(once);
    assertThat(once.encoding().confidence()).isBetween(0.0, 1.0);
  }

  @Property(tries = 100, seed = "20261121")
  void everyDecoderReadsEveryBytes(@ForAll @Size(max = 64) byte[] bytes) {
    for (String name : Labels.encodings()) {
      Encodings.decoder(name)
          .ifPresent(
              encoding ->
                  assertThat(encoding.decode(bytes).length())
                      .isLessThanOrEqualTo(2 * bytes.length + 1));
    }
  }

  @Property(tries = 200, seed = "20261121")
  void chineseComesBackFromEveryEncodingThatWritesIt(
      @ForAll("chinese") String text, @ForAll("charsets") String charset) {
    byte[] bytes = text.getBytes(Charset.forName(charset));

    assertThat(decoder.decode(bytes, Optional.empty()).text()).isEqualTo(text);
  }

  @Provide
  Arbitrary<String> chinese() {
    // Text has many different characters; one said twelve times over may be anything.
    return Arbitraries.shuffle(COMMON.chars().mapToObj(Character::toString).toList())
        .flatMap(
            order ->
                Arbitraries.integers()
                    .between(12, order.size())
                    .map(length -> String.join("", order.subList(0, length))));
  }

  @Provide
  Arbitrary<String> charsets() {
    return Arbitraries.of("UTF-8", "GB18030", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE");
  }
}
