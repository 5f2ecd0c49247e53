package io.onrecord.normalize.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class RepairInspectionTest {
  private final RepairInspection inspection = new RepairInspection();

  @Test
  void mapsOneLineToOneLine() {
    assertThat(inspection.inspect("{\"id\":\"a\",\"text\":\"itâ€™s\"}"))
        .isEqualTo(
            "{\"id\":\"a\",\"text\":\"it’s\",\"repairs\":[{\"kind\":\"mojibake-utf-8-as-windows-1252\","
                + "\"count\":1,\"examples\":[[\"â€™\",\"’\"]]}]}");
  }

  @Test
  void keepsSoundTextAndNumericIds() {
    assertThat(inspection.inspect("{\"id\":7,\"text\":\"你好\"}"))
        .isEqualTo("{\"id\":7,\"text\":\"你好\",\"repairs\":[]}");
  }

  @Test
  void saysWhatIsWrongWithALine() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> inspection.inspect("{\"id\":7}"))
        .withMessageContaining("text");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> inspection.inspect("hello"))
        .withMessageContaining("not JSON");
  }
}
