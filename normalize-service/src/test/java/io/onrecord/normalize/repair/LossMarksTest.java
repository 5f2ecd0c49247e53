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
    "清晨的??场里，卖豆腐的老?已经摆好了摊子。, lossy-question-marks",
    "他住在??路上，每天走路去??上班。, lossy-question-marks",
    "Le cafÃ? est ouvert., lossy-mojibake-remains",
    "Ã?ffnen Sie die T\u00fcr., lossy-mojibake-remains",
    "He said itâ€?s fine., lossy-mojibake-remains",
    "The cafï¿½ is open., lossy-replacement-read-as-windows-1252",
    "Кафпїѕ? КафпїЅ открыто., lossy-replacement-read-as-windows-1251",
    "這個嚙踝蕭嚙踝蕭字, lossy-replacement-read-as-big5",
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
    for (String text :
        List.of(
            "所谓“锟斤拷”是怎么来的？",
            "What????",
            "这汤真烫烫的",
            "什么？？？",
            "真的吗??他不信。你去哪???我不知道。",
            "他来了?我没看见,你呢?",
            "MANHÃ? Sim.",
            "乱码“ï¿½”是怎么来的？",
            "Is it 1½? Or 2½?",
            "This is what ???? looks like: ok?")) {
      assertThat(repair.repair(text)).isEqualTo(new RepairedText(text, List.of()));
    }
  }
}
