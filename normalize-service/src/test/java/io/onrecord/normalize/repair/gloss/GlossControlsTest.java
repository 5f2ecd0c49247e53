package io.onrecord.normalize.repair.gloss;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.normalize.repair.step.Ledger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Readings that somebody wrote for a reader: none of them may go. */
class GlossControlsTest {

  static Stream<Arguments> pages() {
    return Stream.of(
        Arguments.of("a lesson that glosses words", times(20, "今天我們學習你好(nǐ hǎo)和謝謝(xiè xie)這兩個詞。")),
        Arguments.of(
            "a primer that glosses every character", times(20, "我(wǒ)們(men)去(qù)上(shàng)學(xué)。")),
        Arguments.of(
            "a poem with a reading for each character",
            times(6, "床(ㄔㄨㄤˊ)前(ㄑㄧㄢˊ)明(ㄇㄧㄥˊ)月(ㄩㄝˋ)光(ㄍㄨㄤ)，疑(ㄧˊ)是(ㄕˋ)地(ㄉㄧˋ)上(ㄕㄤˋ)霜(ㄕㄨㄤ)。")),
        Arguments.of(
            "a lesson on characters with several readings",
            times(
                8,
                "銀行(háng)裡有人在步行(xíng)，他長(zhǎng)大了，頭髮很長(cháng)，覺得音樂(yuè)很快樂(lè)，"
                    + "還(hái)要把書還(huán)給老師，重(chóng)新提起很重(zhòng)的箱子。")),
        Arguments.of(
            "a dictionary of characters, each with its reading once and used bare",
            "天地人日月水火山石田木禾土上下中大小多少"
                .chars()
                .mapToObj(c -> "%c(tiān)：例如%c空，%c下，又如%c然，%c地。\n".formatted(c, c, c, c, c))
                .collect(Collectors.joining())),
        Arguments.of(
            "rare characters, glossed wherever they stand",
            times(10, "饕(tāo)餮(tiè)紋刻在鼎上，旁邊是魑(chī)魅(mèi)魍(wǎng)魎(liǎng)，還有一頭夔(kuí)，看守人說它們夜裡會醒來。")),
        Arguments.of(
            "names of people and places, glossed where they are met first",
            "仇(qiú)先生住在番(pān)禺，單(shàn)女士住在六(lù)安，查(zhā)先生住在蔚(yù)縣，區(ōu)小姐住在鉛(yán)山。"
                + times(20, "仇先生和單女士在六安見到了查先生，區小姐從鉛山坐車來，他們說起番禺和蔚縣。")),
        Arguments.of(
            "abbreviations and asides in brackets",
            times(12, "這家公司(agi)認為模型(gpt)可以推理，但是資料(a)和算力(b)都不夠，電力(c)也不夠。")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void aRealAnnotationStays(String what, String page) {
    Ledger ledger = new Ledger();
    assertThat(new InsertedGlosses().repair(page, ledger)).as(what).isSameAs(page);
    assertThat(ledger.repairs()).isEmpty();
  }

  private static String times(int times, String line) {
    return IntStream.range(0, times).mapToObj(i -> line).collect(Collectors.joining("\n"));
  }
}
