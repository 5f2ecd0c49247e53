package io.onrecord.normalize.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

final class SimHashTest {
  private static final String TEXT =
      "The ferry left at six, and the fog had not lifted. On the upper deck a man was explaining"
          + " to his daughter why the horn sounded twice, and she asked whether the fog could hear it.";

  private final SimHash near = new SimHash();

  @Test
  void scriptsAndWidthsDoNotCount() {
    assertThat(near.of("他說，這裡的後門開著。ＡＢＣ")).isEqualTo(near.of("他说,这里的后门开着.abc"));
  }

  @Test
  void aSmallChangeMovesFewBits() {
    assertThat(distance(TEXT, TEXT.replace("six", "seven"))).isLessThan(14);
    assertThat(distance(TEXT, "我后来又回港口测了一遍，把图重画了，第二天才回家。")).isGreaterThan(16);
  }

  private int distance(String a, String b) {
    return Long.bitCount(
        HexFormat.fromHexDigitsToLong(near.of(a)) ^ HexFormat.fromHexDigitsToLong(near.of(b)));
  }
}
