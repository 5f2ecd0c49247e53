package io.onrecord.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ScriptFoldingTest {

  @ParameterizedTest
  @CsvSource({
    "開放原始碼的軟體, 开放原始码的软体",
    "他說著說著就笑了, 他说着说着就笑了",
    "這本書的著者, 这本书的著者",
    "甚麼時候開始幹的, 什么时候开始干的",
    "妳和姊姊養的那隻貓牠餓了, 你和姐姐养的那只猫它饿了",
    "裏面 裡面, 里面 里面",
    "為什麼 爲什麼, 为什么 为什么",
    "啟動 啓動, 启动 启动",
    "佔有慾 公佈 唸書, 占有欲 公布 念书"
  })
  void bothScriptsMeet(String traditional, String simplified) {
    assertThat(ScriptFolding.fold(traditional)).isEqualTo(ScriptFolding.fold(simplified));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "后後", "干乾幹榦", "里裏裡", "发發髮", "台臺檯颱枱", "着著", "只隻祇衹", "面麵麪", "系係繫", "复復複覆", "几幾", "余餘", "谷穀",
        "历歷曆", "钟鐘鍾", "云雲", "丑醜", "斗鬥", "征徵", "于於", "么麼麽", "户戶", "温溫", "说說説", "什甚", "你妳", "它牠",
        "姐姊", "欲慾", "念唸", "占佔", "布佈"
      })
  void everyFormOfACharacterFoldsToOne(String forms) {
    assertThat(forms.codePoints().map(ScriptFolding::fold).distinct()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"后, 厚", "干, 于", "里, 理", "发, 法", "着, 者", "未, 末", "他, 她"})
  void differentCharactersStayDifferent(String one, String other) {
    assertThat(ScriptFolding.fold(one)).isNotEqualTo(ScriptFolding.fold(other));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Plain English, naïve café.", "ひらがな カタカナ", "한국어", "😀 \uD800 x", "人工智能"})
  void whatHasNoOtherFormStays(String text) {
    assertThat(ScriptFolding.fold(text)).isSameAs(text);
  }

  @Test
  void oneCodePointBecomesOneCodePointAndFoldingTwiceChangesNothing() {
    for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
      int folded = ScriptFolding.fold(codePoint);
      assertThat(ScriptFolding.fold(folded)).isEqualTo(folded);
      if (Character.isBmpCodePoint(codePoint)) {
        assertThat(Character.isBmpCodePoint(folded)).isTrue();
      }
      if (folded != codePoint) {
        assertThat(Character.UnicodeScript.of(folded)).isEqualTo(Character.UnicodeScript.HAN);
      }
    }
  }

  @Test
  void rareFormsOutsideTheBasicPlaneMeetTheirTraditionalForm() {
    assertThat(ScriptFolding.fold("𫝈")).isEqualTo(ScriptFolding.fold("㑮"));
    assertThat(ScriptFolding.fold("a𫝈b").codePointCount(0, 3)).isEqualTo(3);
  }
}
