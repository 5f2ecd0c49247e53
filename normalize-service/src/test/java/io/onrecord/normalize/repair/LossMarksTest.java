package io.onrecord.normalize.repair;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.document.Repair;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is lost stays as it is and is marked. */
class LossMarksTest {
  private final TextRepair repair = new TextRepair();

  @ParameterizedTest
  @CsvSource({
    "锟斤拷锟斤拷, lossy-replacement-read-as-gbk",
    "清晨的菜\uFFFD\uFFFD里, lossy-replacement-character",
    "烫烫烫烫, lossy-unwritten-memory",
    "?????????? ??????, lossy-question-marks",
  })
  void marksAndLeaves(String text, String kind) {
    RepairedText repaired = repair.repair(text);
    assertThat(repaired.text()).isEqualTo(text);
    assertThat(repaired.repairs()).extracting(Repair::kind).containsExactly(kind);
    assertThat(repaired.repairs().getFirst().examples())
        .allSatisfy(example -> assertThat(example.get(0)).isEqualTo(example.get(1)));
  }

  @Test
  void doesNotMarkWhatIsQuotedOrMeant() {
    for (String text : List.of("所谓“锟斤拷”是怎么来的？", "What????", "这汤真烫烫的", "什么？？？")) {
      assertThat(repair.repair(text)).isEqualTo(new RepairedText(text, List.of()));
    }
  }
}
