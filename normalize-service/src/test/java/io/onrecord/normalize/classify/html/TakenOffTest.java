package io.onrecord.normalize.classify.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.document.BlockType;
import io.onrecord.normalize.parse.Box;
import io.onrecord.normalize.parse.Origin;
import io.onrecord.normalize.parse.RawBlock;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is taken off the blocks that the model keeps, by wordings and names. */
final class TakenOffTest {
  private static final String PARAGRAPH =
      "The lamp is lit at six, and from then on nobody speaks above a whisper until the last boat is in. ";

  private final Box page =
      new Box(new Box(null, 0, "html", "", true, false), 1, "body", "", true, false);
  private final Box article = new Box(page, 2, "div", "story", true, false);
  private final Box extra = new Box(article, 3, "div", "x1", true, false);
  private final Box thread = new Box(page, 4, "ol", "comment-list", true, false);

  @Test
  void aWordingTakesTheSmallBoxAroundIt() {
    List<RawBlock> blocks =
        List.of(
            block(PARAGRAPH.repeat(5), article),
            block("The Lamp Letter", extra),
            block("Stories from the quay in your inbox every week.", extra),
            block(PARAGRAPH.repeat(5), article));
    Inserts.Found[] found = new Inserts().find(blocks, all(4));
    assertThat(found[0]).isNull();
    assertThat(found[1].rule()).isEqualTo("insert.en.inbox");
    assertThat(found[2].rule()).isEqualTo("insert.en.inbox");
    assertThat(found[3]).isNull();
  }

  @Test
  void theSameWordingInALongParagraphTakesNothing() {
    RawBlock talk = block(PARAGRAPH.repeat(3) + "Then it was in your inbox.", article);
    assertThat(new Inserts().find(List.of(talk), all(1))).containsOnlyNulls();
  }

  @Test
  void commentsGoWhereThereIsAnArticle() {
    List<RawBlock> blocks =
        List.of(block(PARAGRAPH.repeat(7), article), block(PARAGRAPH.repeat(9), thread));
    boolean[] kept = all(2);
    assertThat(comments().take(blocks, new float[] {0.9f, 0.6f}, kept))
        .containsExactly(false, true);
    assertThat(kept).containsExactly(true, false);
  }

  @Test
  void commentsStayWhereTheyAreThePage() {
    List<RawBlock> blocks = List.of(block(PARAGRAPH, article), block(PARAGRAPH.repeat(9), thread));
    boolean[] kept = all(2);
    comments().take(blocks, new float[] {0.9f, 0.6f}, kept);
    assertThat(kept).containsExactly(true, true);
  }

  @Test
  void closingLinesGoFromTheEndUpwards() {
    List<RawBlock> blocks =
        List.of(
            block("责任编辑：方若水", article),
            block("台阶有一级松了，得有人记着。", article),
            block("责任编辑：方若水", article),
            block("版权所有，未经授权禁止转载", article));
    Inserts.Found[] found = new Inserts.Found[4];
    new Edges().trim(blocks, all(4), found);
    assertThat(found[0]).isNull();
    assertThat(found[1]).isNull();
    assertThat(found[2]).isNotNull();
    assertThat(found[3]).isNotNull();
  }

  private static Comments comments() {
    return new Comments(new BoxNames());
  }

  private static boolean[] all(int count) {
    boolean[] kept = new boolean[count];
    Arrays.fill(kept, true);
    return kept;
  }

  private static RawBlock block(String text, Box box) {
    return RawBlock.of(
        BlockType.PARAGRAPH,
        text.strip(),
        new Origin.Markup(box, 0, 0, List.of(), Origin.Boundary.ELEMENT));
  }
}
