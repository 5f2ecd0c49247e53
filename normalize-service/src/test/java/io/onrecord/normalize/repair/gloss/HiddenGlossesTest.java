package io.onrecord.normalize.repair.gloss;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class HiddenGlossesTest {
  private static final Gloss.Form FORM =
      new Gloss.Form(ReadingStyle.TONE_MARKS, Brackets.FULL_WIDTH);

  private final HiddenGlosses hidden = new HiddenGlosses(FORM, LegacyCharset.GBK);

  @Test
  void aGlossThatBeginsWithinACharacterIsFoundByItsBytes() {
    String text = outOfStep("（dǔ）");
    Optional<int[]> gloss = hidden.within(text, 0);
    assertThat(gloss.map(hidden::reading)).contains("dǔ");
    assertThat(hidden.areIn("他說" + text)).isTrue();
  }

  @Test
  void bracketsInStepAreNotHidden() {
    assertThat(hidden.areIn("他說（dǔ）就走了")).isFalse();
  }

  @Test
  void whatReadsAsNoSyllableIsNoGloss() {
    assertThat(hidden.areIn(outOfStep("（迦太基必須）"))).isFalse();
  }

  /** The text as it is read behind one byte too many, and before another. */
  private static String outOfStep(String text) {
    int[] units = Unit.of(text, LegacyCharset.GBK);
    StringBuilder read = new StringBuilder();
    int lead = 0xB5;
    for (int unit : units) {
      if (lead == 0 && unit < 0x80) {
        read.append((char) unit);
      } else if (lead == 0) {
        lead = unit;
      } else {
        read.append(LegacyCharset.GBK.character(lead, unit));
        lead = 0;
      }
    }
    return read.append(lead == 0 ? "" : LegacyCharset.GBK.character(lead, 0xC4)).toString();
  }
}
