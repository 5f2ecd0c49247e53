package io.onrecord.normalize.repair.gloss;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GlossRepairTest {

  @Test
  void aFewGlossesOfAPersonAreLeftAlone() {
    List<String> page =
        List.of("他姓仇(qiú),住在番(pān)禺。", "番禺的仇先生說,這個字讀作qiú。", "饕(tāo)餮(tiè)是傳說里的野獸,饕餮紋見於青銅器。");
    GlossRepair repair = GlossRepair.learnedFrom(page);
    assertThat(repair.applies()).isFalse();
    assertThat(repair.repair(page.get(0)).text()).isSameAs(page.get(0));
  }

  @Test
  void aPrimerThatGlossesEveryCharacterIsLeftAlone() {
    String page = "我(wǒ)們(men)今(jīn)天(tiān)上(shàng)學(xué)。".repeat(20);
    assertThat(GlossRepair.learnedFrom(List.of(page)).applies()).isFalse();
  }
}
