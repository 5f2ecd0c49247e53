package io.onrecord.normalize.repair.gloss;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.normalize.repair.step.Ledger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GlossScanTest {

  @ParameterizedTest
  @ValueSource(strings = {"價(jià)", "價(jia4)", "价（ㄐㄧㄚˋ）", "价[jia]", "价〔ㄐㄧㄚˋ〕", "价【jià】"})
  void everyStyleInEveryKindOfBracketsIsSeen(String gloss) {
    assertThat(GlossScan.count("这是" + gloss + "格。", 12)).isEqualTo(1);
    assertThat(Gloss.in("这是" + gloss + "格。")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "(",
        "价(",
        "价()",
        "价(jià",
        "prose (with) brackets",
        "人工智能(通用人工智能)",
        "美国(the United States)"
      })
  void whatIsNoGlossIsNotCounted(String text) {
    assertThat(GlossScan.count(text, 12)).isZero();
  }

  @Test
  void countingStopsWhereThereAreEnough() {
    assertThat(GlossScan.count("价(jià)".repeat(500), 12)).isEqualTo(12);
  }

  @Test
  void aTextWithTooFewGlossesForATableIsNotEvenLearnedFrom() {
    String text = "他姓仇(qiú),住在番(pān)禺。".repeat(5);
    assertThat(InsertedGlosses.mayHaveGlosses(text)).isFalse();
    Ledger ledger = new Ledger();
    assertThat(new InsertedGlosses().repair(text, ledger)).isSameAs(text);
    assertThat(ledger.repairs()).isEmpty();
  }

  @Test
  void textsThatComeTogetherAreCountedTogether() {
    assertThat(InsertedGlosses.mayHaveGlosses("价(jià)格".repeat(11))).isFalse();
    assertThat(InsertedGlosses.mayHaveGlosses("价(jià)格".repeat(12))).isTrue();
    List<String> texts = List.of("价(jià)格".repeat(3), "没有");
    assertThat(new InsertedGlosses().repairAll(texts).get(0).text()).isSameAs(texts.get(0));
  }
}
