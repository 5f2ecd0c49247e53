package io.onrecord.normalize.classify.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.normalize.Normalizer;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Interview pages as sites lay them out: question and answer in bold, definition lists, tables,
 * nested boxes, threads, players with a description; with boxes of other things between them.
 */
final class InterviewPagesTest {
  private static final Normalizer NORMALIZER = new Normalizer();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "en-forum-ama",
        "en-list-only-tips",
        "en-magazine-drop-nested",
        "en-paginated-interview",
        "en-podcast-show-notes",
        "en-qa-bold-questions",
        "en-related-in-middle",
        "en-rss-like-blog",
        "en-sidebar-quotes",
        "en-transcript-div-speakers",
        "en-transcript-dl",
        "en-transcript-table",
        "en-video-page",
        "zh-div-br-portal",
        "zh-forum-interview",
        "zh-hant-magazine",
        "zh-hidden-and-expand",
        "zh-podcast-notes",
        "zh-qa-strong",
        "zh-transcript-table",
        "zh-video-page",
        "zh-wechat-sections"
      })
  void whatAReaderCameForIsKeptAndTheRestIsNot(String name) throws IOException {
    MarkedHtml marked = MarkedHtml.load(name);
    String text = MarkedHtml.spaced(NORMALIZER.normalize(marked.page()).text());
    List<String> lost = marked.keep().stream().filter(part -> !text.contains(part)).toList();
    List<String> kept = marked.drop().stream().filter(text::contains).toList();
    assertThat(lost).as("lost").isEmpty();
    assertThat(kept).as("kept").isEmpty();
  }

  /** Known to fall short: teasers as long as the interview itself are taken for content. */
  @Test
  void aShortInterviewIsWholeEvenAboveLongTeasers() throws IOException {
    MarkedHtml marked = MarkedHtml.load("en-short-interview-many-links");
    String text = MarkedHtml.spaced(NORMALIZER.normalize(marked.page()).text());
    assertThat(marked.keep()).allMatch(text::contains);
    assertThat(text).doesNotContain("Reader offers").doesNotContain("Complaints about");
  }
}
