package io.onrecord.normalize.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SentencesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Dr. Moss left at 3.30 p.m. on Monday. Then it rained. | 2
          Go to fernway.com today. Thanks! Really? Yes. | 4
          She said: "Stay." And he did. | 2
          他走了。"真的？"她问。真的！ | 4
          感谢他们赞助本集。现在回到节目。那么,你呢? | 3
          No stop at all | 1
          """)
  void sentencesEndWhereReadersStop(String text, int count) {
    List<Sentences.Span> spans = Sentences.of(text);
    assertThat(spans).hasSize(count);
    assertThat(String.join("", spans.stream().map(s -> s.of(text)).toList())).isEqualTo(text);
  }
}
