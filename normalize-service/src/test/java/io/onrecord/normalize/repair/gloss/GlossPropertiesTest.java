package io.onrecord.normalize.repair.gloss;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.normalize.repair.step.Ledger;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every table, reading, encoding and decoder. */
class GlossPropertiesTest {
  private static final double FLOOR = 0.9;

  private static final String PIECES = "價是(（[〔【)）]〕】ajiàㄚ4 ";

  private final InsertedGlosses step = new InsertedGlosses();

  @Provide
  Arbitrary<Variant> variants() {
    return Combinators.combine(
            Arbitraries.of("GBK", "GB18030", "x-mswin-936", "Big5-HKSCS"),
            Arbitraries.of(ReadingStyle.values()),
            Arbitraries.of(Brackets.values()),
            Arbitraries.of(GlossDamage.Decoder.values()),
            Arbitraries.integers().between(25, 110),
            Arbitraries.longs().between(1000, 1_000_000))
        .as(
            (encoding, style, brackets, decoder, glossed, seed) ->
                Variant.of(encoding, style, brackets, decoder).glossing(glossed).seeded(seed));
  }

  @Property(tries = 10, seed = "20")
  void whatWasInsertedAndShiftedIsUndone(@ForAll("variants") Variant variant) {
    assertThat(variant.shareRight()).isGreaterThanOrEqualTo(FLOOR);
  }

  @Property(tries = 5, seed = "21")
  void aRepairedPageStaysAsItIs(@ForAll("variants") Variant variant) {
    String page =
        variant.lines().stream().map(Variant.Line::damaged).collect(Collectors.joining("\n"));
    String once = step.repair(page, new Ledger());
    assertThat(once).isNotEqualTo(page).hasLineCount(variant.lines().size());
    assertThat(step.repair(once, new Ledger())).isEqualTo(once);
  }

  @Property(tries = 50, seed = "22")
  void soundTextStaysAsItIs(@ForAll Random random) {
    String page =
        random
            .ints(30, 0, Variant.pages().size())
            .mapToObj(Variant.pages()::get)
            .collect(Collectors.joining("\n"));
    assertThat(step.repair(page, new Ledger())).isSameAs(page);
  }

  @Property(tries = 200, seed = "23")
  void theScanMissesNoGloss(@ForAll Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      text.append(PIECES.charAt(random.nextInt(PIECES.length())));
    }
    List<Gloss> glosses = Gloss.in(text.toString());
    assertThat(GlossScan.count(text.toString(), 1000)).isGreaterThanOrEqualTo(glosses.size());
  }

  @Property(tries = 10, seed = "24")
  void whateverIsCutOrTornNothingThrowsAndLinesStay(
      @ForAll("variants") Variant variant, @ForAll Random random) {
    StringBuilder page = new StringBuilder();
    variant.lines().forEach(l -> page.append(l.damaged()).append('\n'));
    for (int i = 0; i < 200; i++) {
      int at = random.nextInt(page.length());
      if (page.charAt(at) != '\n') {
        page.setCharAt(at, "?\uFFFD(）鞣\ud83d".charAt(random.nextInt(6)));
      }
    }
    String torn = page.toString();
    assertThat(step.repair(torn, new Ledger()).chars().filter(c -> c == '\n').count())
        .isEqualTo(variant.lines().size());
  }
}
