package io.onrecord.normalize.decode;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Optional;

/**
 * Any header and any bytes. The daily run replays the kept inputs; {@code JAZZER_FUZZ=1} looks for
 * new ones.
 */
class DecoderFuzzTest {
  private final Decoder decoder = new Decoder();
  private final CharsetInspection inspection = new CharsetInspection();

  @FuzzTest(maxDuration = "10m")
  void readsAnything(FuzzedDataProvider data) {
    String contentType = data.consumeAsciiString(40);
    byte[] body = data.consumeRemainingAsBytes();

    Decoded decoded = decoder.decode(body, Optional.of(contentType));

    assertThat(decoded.encoding().confidence()).isBetween(0.0, 1.0);
    assertThat(decoded.text().length()).isLessThanOrEqualTo(2 * body.length + 1);
    assertThat(inspection.line("x", body, Optional.empty()).split("\t")).hasSize(4);
  }
}
