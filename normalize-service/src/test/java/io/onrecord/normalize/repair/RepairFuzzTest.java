package io.onrecord.normalize.repair;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.Charset;
import java.util.List;

/**
 * Repair of whatever comes: it never throws, keeps the lines and does not change its own result.
 *
 * <p>As a plain test it runs over the findings kept beside it; with {@code JAZZER_FUZZ=1} it
 * searches for new ones.
 */
class RepairFuzzTest {
  private static final List<Charset> READINGS =
      List.of(
          Charset.forName("UTF-8"),
          Charset.forName("windows-1252"),
          Charset.forName("ISO-8859-1"),
          Charset.forName("GB18030"),
          Charset.forName("Big5"),
          Charset.forName("windows-31j"),
          Charset.forName("x-windows-949"),
          Charset.forName("UTF-16LE"));

  private final TextRepair repair = new TextRepair();

  @FuzzTest(maxDuration = "10m")
  void repairsAnything(FuzzedDataProvider data) {
    Charset reading = data.pickValue(READINGS);
    String text = new String(data.consumeRemainingAsBytes(), reading);
    String once = repair.repair(text).text();
    assertThat(repair.repair(once).text()).isEqualTo(once);
    assertThat(once.chars().filter(c -> c == '\n').count())
        .isEqualTo(text.chars().filter(c -> c == '\n').count());
  }
}
