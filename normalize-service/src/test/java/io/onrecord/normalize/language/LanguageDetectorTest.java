package io.onrecord.normalize.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.document.LanguageShare;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LanguageDetectorTest {
  private static final String CHINESE = "我们昨天谈了很久,他说这个行业还没有真正开始,大家都在等待下一次机会。";
  private static final String ITS_TRANSLATION =
      "We talked for a long time yesterday; he said this industry has not really begun and that"
          + " everybody is waiting for the next chance.";

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "languages.tsv", delimiter = '\t', quoteCharacter = '\0')
  void tellsALanguageByASentence(String tag, String sentence) {
    assertThat(LanguageDetector.detect(sentence)).isEqualTo(tag);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n ", "2024-05-01 12:30", "α", "😀🎉", "Kubernetes", "A", "の"})
  void tooFewLettersTellNothing(String text) {
    assertThat(LanguageDetector.detect(text)).isEqualTo("und");
  }

  @Test
  void aProgramIsNoLanguage() {
    String program =
        "docker run -p 28080:8080 \\\n  --init -e JAVA_OPTS='-Xmx128m' \\\n  -v /etc/x:/etc/x:ro";
    assertThat(LanguageDetector.detect(program)).isEqualTo("und");
  }

  @Test
  void foreignNamesInASentenceDoNotMakeASecondLanguage() {
    String sentence = "他在 OpenStreetMap 和 Wikimedia Foundation 工作过,后来去了 Berlin 的一家 startup。";
    DocumentLanguages found = LanguageDetector.detect(List.of(sentence, CHINESE));
    assertThat(found.tag()).isEqualTo("zh-Hans");
    assertThat(found.shares()).containsExactly(new LanguageShare("zh-Hans", 1.0));
  }

  @Test
  void aPageWithItsTranslationIsSharedByTwoLanguages() {
    DocumentLanguages apart = LanguageDetector.detect(List.of(CHINESE, ITS_TRANSLATION));
    DocumentLanguages inOneBlock = LanguageDetector.detect(List.of(CHINESE + ITS_TRANSLATION));
    for (DocumentLanguages found : List.of(apart, inOneBlock)) {
      assertThat(found.tag()).isEqualTo("mul");
      assertThat(found.shares())
          .extracting(LanguageShare::tag)
          .containsExactlyInAnyOrder("zh-Hans", "en");
      assertThat(found.shares()).allMatch(share -> share.share() > 0.35);
    }
    assertThat(apart.blocks()).containsExactly(Optional.of("zh-Hans"), Optional.of("en"));
  }

  @Test
  void aQuotationLeavesThePageItsLanguageAndHasItsOwn() {
    String german =
        "Das war ein Satz, den ich nicht vergessen habe, und er ist mir noch heute nah. ";
    DocumentLanguages found =
        LanguageDetector.detect(
            List.of(
                "Ein Gespräch",
                german.repeat(6),
                "There is no such thing as a free lunch, he said."));
    assertThat(found.tag()).isEqualTo("de");
    assertThat(found.blocks())
        .containsExactly(Optional.of("de"), Optional.of("de"), Optional.of("en"));
  }

  @Test
  void aHeadingWithoutAWordOfItsOwnFollowsItsPage() {
    DocumentLanguages found =
        LanguageDetector.detect(List.of("Kubernetes", ITS_TRANSLATION, "***", "東京大学"));
    assertThat(found.blocks().get(0)).contains("en");
    assertThat(found.blocks().get(2)).isEmpty();
    assertThat(found.blocks().get(3)).isPresent();
  }

  @Test
  void aHeadingWithoutKanaOnAJapanesePageIsJapanese() {
    String japanese = "首相は記者会見で、新しい法案について説明した。";
    DocumentLanguages found = LanguageDetector.detect(List.of("国会会期延長", japanese.repeat(2)));
    assertThat(found.tag()).isEqualTo("ja");
    assertThat(found.blocks()).containsOnly(Optional.of("ja"));
  }

  @Test
  void aNameInTheOtherScriptDoesNotChangeTheScriptOfAPage() {
    DocumentLanguages found = LanguageDetector.detect(List.of("作者:陳劉", CHINESE));
    assertThat(found.tag()).isEqualTo("zh-Hans");
    assertThat(found.blocks()).containsOnly(Optional.of("zh-Hans"));
  }

  @Test
  void aPageInBothChineseScriptsIsAChinesePage() {
    String traditional = "我們昨天談了很久,他說這個行業還沒有真正開始,大家都在等待下一次機會。";
    DocumentLanguages found = LanguageDetector.detect(List.of(CHINESE, CHINESE, traditional));
    assertThat(found.tag()).isEqualTo("zh-Hans");
    assertThat(found.blocks().getLast()).contains("zh-Hant");
  }

  @Test
  void sharesAddUpAndTheLargestComesFirst() {
    List<LanguageShare> shares =
        LanguageDetector.detect(List.of(CHINESE, ITS_TRANSLATION, CHINESE)).shares();
    assertThat(shares.getFirst().tag()).isEqualTo("zh-Hans");
    assertThat(shares.stream().mapToDouble(LanguageShare::share).sum()).isBetween(0.98, 1.02);
  }

  @Test
  void aHostileTextCostsNoMoreThanItsLength() {
    String endless = "ab中".repeat(700_000);
    long start = System.nanoTime();
    LanguageDetector.detect(endless);
    assertThat((System.nanoTime() - start) / 1e9).isLessThan(5);
  }
}
