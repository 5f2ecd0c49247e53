package io.onrecord.normalize.bilingual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TranslationsTest {
  private static final List<String> PAIRS =
      List.of(
          "What does a barrel need to hold water for a hundred years?",
          "一只桶要装一百年的水需要什么？",
          "It needs rain and patience, and an oak that nobody hurried.",
          "它需要雨水和耐心，还有一棵没人催的橡树。",
          "And the salt, what is the salt for?",
          "那盐呢，盐是做什么用的？");

  @Test
  void aParagraphIsTheTranslationOfTheOneBeforeIt() {
    Translations translations = Translations.among(PAIRS);
    assertThat(translations.any()).isTrue();
    assertThat(translations.originalOf(1)).hasValue(0);
    assertThat(translations.originalOf(5)).hasValue(4);
    assertThat(translations.originalOf(4)).isEmpty();
  }

  @Test
  void aQuotationInAnotherScriptIsNoTranslation() {
    List<String> page =
        List.of(
            "林一舟在海边测了十一年的礁石，她说潮水退下去最安静。",
            "The sea is never still.",
            "这句话写在她的船上，是她爷爷写的。",
            "后来船卖了，字还在。",
            "她又写了一遍。",
            "新船也一样。");
    assertThat(Translations.among(page).any()).isFalse();
  }
}
