package io.onrecord.normalize.repair.gloss;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The work is counted in readings of a byte that were weighed, so that no clock is needed. */
class GlossCostTest {
  private static final Variant PAGE =
      Variant.of("GBK", ReadingStyle.TONE_MARKS, Brackets.ASCII, GlossDamage.Decoder.SWALLOWS);

  private final List<String> lines = PAGE.lines().stream().map(Variant.Line::damaged).toList();
  private final ShiftUndo undo = PageDamage.of(lines, GlossLearner.learn(lines).orElseThrow());

  @Test
  void aPageTwiceAsLongCostsTwiceAsMuch() {
    long one = work(lines);
    List<String> twice = new ArrayList<>(lines);
    twice.addAll(lines);
    ShiftUndo learned = PageDamage.of(twice, GlossLearner.learn(twice).orElseThrow());
    long two = twice.stream().mapToLong(l -> learned.read(l).steps()).sum();
    assertThat(two).isBetween(one, one * 5 / 2);
  }

  @Test
  void aLineAsLongAsThePageCostsNoMoreThanThePage() {
    String line = String.join("，", lines).repeat(10);
    assertThat(undo.read(line).steps()).isLessThan(work(lines) * 12);
  }

  @Test
  void aLineInDoubtFromEndToEndCostsABoundedAmountForEachCharacter() {
    String line = "?鞣".repeat(3000);
    assertThat(undo.read(line).steps()).isLessThan(line.length() * 200L);
  }

  @Test
  void soundTextOfAPageIsReadOnce() {
    String line = "我們每天早上去海邊數鳥".repeat(500);
    Reading reading = undo.read(line);
    assertThat(reading.text()).isEqualTo(line);
    assertThat(reading.steps()).isLessThanOrEqualTo(line.length());
  }

  private long work(List<String> of) {
    return of.stream().mapToLong(l -> undo.read(l).steps()).sum();
  }
}
