package io.onrecord.normalize.parse.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class OpenFormattingTest {

  @Test
  void formattingThatIsClosedStays() {
    String page = "<p><b>The keeper</b> <i id=x>wrote</i> it down.\n".repeat(50_000);
    assertThat(OpenFormatting.bounded(page)).isSameAs(page);
  }

  @Test
  void aFewThatNobodyClosedStay() {
    String page = "<p><b>One<p><strong>Two<p><i>Three" + "<p>The water was low.".repeat(20_000);
    assertThat(OpenFormatting.bounded(page)).isSameAs(page);
  }

  @Test
  void whatIsOpenInACellEndsWithIt() {
    String page = "<table>" + "<tr><td><font color=red>Tide<td><B>low".repeat(20_000);
    assertThat(OpenFormatting.bounded(page)).isSameAs(page);
  }

  @Test
  void formattingThatMultipliesIsLeftOutAndItsTextIsNot() {
    String page = "<p><FONT size=1>low</b> <br>water<em\n>rose".repeat(2_000);
    assertThat(OpenFormatting.bounded(page)).isEqualTo("<p>low <br>waterrose".repeat(2_000));
  }

  @Test
  void endlessPlainFormattingIsLeftOut() {
    String page = "<p><b>low".repeat(100_000);
    assertThat(OpenFormatting.bounded(page)).isEqualTo("<p>low".repeat(100_000));
  }
}
