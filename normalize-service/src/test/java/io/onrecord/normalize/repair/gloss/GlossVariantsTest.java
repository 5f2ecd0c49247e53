package io.onrecord.normalize.repair.gloss;

import static io.onrecord.normalize.repair.gloss.Brackets.ASCII;
import static io.onrecord.normalize.repair.gloss.Brackets.FULL_WIDTH;
import static io.onrecord.normalize.repair.gloss.Brackets.LENTICULAR;
import static io.onrecord.normalize.repair.gloss.Brackets.SQUARE;
import static io.onrecord.normalize.repair.gloss.Brackets.TORTOISE;
import static io.onrecord.normalize.repair.gloss.GlossDamage.Decoder.JDK;
import static io.onrecord.normalize.repair.gloss.GlossDamage.Decoder.KEEPS;
import static io.onrecord.normalize.repair.gloss.GlossDamage.Decoder.MARKS;
import static io.onrecord.normalize.repair.gloss.GlossDamage.Decoder.SWALLOWS;
import static io.onrecord.normalize.repair.gloss.ReadingStyle.BOPOMOFO;
import static io.onrecord.normalize.repair.gloss.ReadingStyle.PLAIN;
import static io.onrecord.normalize.repair.gloss.ReadingStyle.TONE_MARKS;
import static io.onrecord.normalize.repair.gloss.ReadingStyle.TONE_NUMBERS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages of the kind, damaged in every way that is known: how many of their lines come back. */
class GlossVariantsTest {
  private static final double FLOOR = 0.93;
  private static final double FLOOR_OF_LARGE_TABLES = 0.90;

  static Stream<Variant> variants() {
    return Stream.of(
        Variant.of("GBK", TONE_MARKS, ASCII, SWALLOWS),
        Variant.of("GBK", TONE_MARKS, ASCII, SWALLOWS).damagedTwice().seeded(2),
        Variant.of("GBK", TONE_NUMBERS, ASCII, KEEPS).inSimplified().seeded(3),
        Variant.of("GBK", BOPOMOFO, FULL_WIDTH, KEEPS).seeded(4),
        Variant.of("GBK", PLAIN, ASCII, MARKS).seeded(5),
        Variant.of("GB18030", TONE_MARKS, ASCII, JDK).glossing(40).seeded(6),
        Variant.of("GB18030", TONE_NUMBERS, FULL_WIDTH, SWALLOWS).inSimplified().seeded(7),
        Variant.of("GB18030", BOPOMOFO, ASCII, MARKS).withFullWidthSigns().seeded(8),
        Variant.of("x-mswin-936", TONE_MARKS, TORTOISE, SWALLOWS).glossing(60).seeded(9),
        Variant.of("Big5-HKSCS", TONE_MARKS, ASCII, SWALLOWS).seeded(10),
        Variant.of("Big5-HKSCS", BOPOMOFO, FULL_WIDTH, MARKS).glossing(140).seeded(11),
        Variant.of("x-windows-950", TONE_NUMBERS, ASCII, KEEPS).glossing(12).seeded(12),
        Variant.of("Big5", BOPOMOFO, SQUARE, JDK).seeded(13),
        Variant.of("Big5", TONE_NUMBERS, LENTICULAR, SWALLOWS).withFullWidthSigns().seeded(14),
        Variant.of("GB2312", TONE_NUMBERS, ASCII, KEEPS).inSimplified().seeded(24),
        Variant.of("GB2312", TONE_MARKS, ASCII, MARKS).inSimplified().seeded(26),
        Variant.of("GB2312", BOPOMOFO, FULL_WIDTH, JDK).inSimplified().seeded(31),
        Variant.of("GBK", TONE_NUMBERS, ASCII, MARKS).glossing(180).inSimplified().seeded(34));
  }

  @ParameterizedTest
  @MethodSource("variants")
  void nearlyAllLinesOfAPageComeBackAsTheyWere(Variant variant) {
    assertThat(variant.shareRight()).isGreaterThanOrEqualTo(FLOOR);
  }

  static Stream<Variant> largeTables() {
    return Stream.of(
        Variant.of("GBK", TONE_MARKS, ASCII, SWALLOWS).glossing(200).seeded(15),
        Variant.of("GBK", TONE_NUMBERS, ASCII, JDK).glossing(160).seeded(16),
        Variant.of("Big5-HKSCS", TONE_MARKS, ASCII, KEEPS).glossing(200).seeded(17));
  }

  /** With a gloss on every other character more bytes are lost for good than context can tell. */
  @ParameterizedTest
  @MethodSource("largeTables")
  void mostLinesComeBackEvenFromALargeTable(Variant variant) {
    assertThat(variant.shareRight()).isGreaterThanOrEqualTo(FLOOR_OF_LARGE_TABLES);
  }

  /**
   * GB 2312 has no character for one pair of bytes in five; a decoder that takes both away leaves
   * less than context can fill.
   */
  @Test
  void mostLinesComeBackWhereWholePairsAreGone() {
    Variant variant = Variant.of("GB2312", TONE_MARKS, ASCII, SWALLOWS).inSimplified().seeded(20);
    assertThat(variant.shareRight()).isGreaterThanOrEqualTo(FLOOR_OF_LARGE_TABLES);
  }
}
