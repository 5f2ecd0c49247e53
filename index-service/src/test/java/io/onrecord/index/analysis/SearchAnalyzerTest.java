package io.onrecord.index.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SearchAnalyzerTest {
  private final SearchAnalyzer analyzer = new SearchAnalyzer();

  @ParameterizedTest
  @ValueSource(strings = {"GPT-4", "GPT4", "gpt 4", "ＧＰＴ４", "gpt_4", "GPT‑4"})
  void aNameWithANumberIsTheSameWordsHoweverItIsWritten(String written) {
    assertThat(words(written)).containsExactly("gpt", "4");
  }

  @ParameterizedTest
  @CsvSource({
    "GPT-4, gpt4",
    "open-source, opensource",
    "OpenSource, opensource",
    "iPhone, iphone",
    "x86-64bit, x8664bit"
  })
  void aCompoundIsAlsoOneWord(String written, String joined) {
    assertThat(ofKind(written, TermKind.JOINED)).containsExactly(joined);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-04", "open source", "ABC", "word"})
  void noCompoundIsMadeOfNumbersOrSeparateWords(String written) {
    assertThat(ofKind(written, TermKind.JOINED)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "interviews, interview",
    "the editor's, 'the,editor'",
    "the editor’s, 'the,editor'",
    "Don't, dont",
    "CAFÉ, cafe",
    "cafe\u0301, cafe",
    "so\u00ADft, soft",
    "３．５, '3,5'",
    "٤, 4"
  })
  void wordsAreFoldedAndStemmed(String written, String expected) {
    assertThat(words(written)).containsExactly(expected.split(","));
  }

  @Test
  void chineseGivesEveryCharacterAndEveryPair() {
    assertThat(ofKind("搜尋頁", TermKind.CHARACTER)).hasSize(3);
    assertThat(ofKind("搜尋頁", TermKind.PAIR)).hasSize(2);
    assertThat(texts("搜尋頁")).isEqualTo(texts("搜寻页"));
    assertThat(texts("看著")).isEqualTo(texts("看着"));
    assertThat(ofKind("中，文", TermKind.PAIR)).isEmpty();
    assertThat(ofKind("中\u200B文", TermKind.PAIR)).hasSize(1);
  }

  @Test
  void offsetsPointIntoTheTextAsItIsWritten() {
    String text = "看「ＧＰＴ‑４」é 𠮷野家";
    List<Term> terms = analyzer.terms(text);
    assertThat(terms)
        .extracting(term -> text.substring(term.start(), term.end()))
        .containsExactly("看", "ＧＰＴ", "ＧＰＴ‑４", "４", "é", "𠮷", "𠮷野", "野", "野家", "家");
    assertThat(terms).extracting(Term::position).containsExactly(0, 1, 1, 2, 3, 4, 4, 5, 5, 6);
  }

  @Test
  void oddTextGivesNoTermsAndNoHarm() {
    assertThat(texts("")).isEmpty();
    assertThat(texts("… — 「」 🙂 \u200B \u0301 '")).isEmpty();
    assertThat(texts("\uD800 a")).containsExactly("a");
    assertThat(texts("a".repeat(100_000)).getFirst()).hasSize(64);
  }

  private List<String> words(String text) {
    return ofKind(text, TermKind.WORD);
  }

  private List<String> ofKind(String text, TermKind kind) {
    return analyzer.terms(text).stream().filter(t -> t.kind() == kind).map(Term::text).toList();
  }

  private List<String> texts(String text) {
    return analyzer.terms(text).stream().map(Term::text).toList();
  }
}
