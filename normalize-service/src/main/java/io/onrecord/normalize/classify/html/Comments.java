package io.onrecord.normalize.classify.html;

import io.onrecord.normalize.parse.Box;
import io.onrecord.normalize.parse.RawBlock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What readers wrote under an article. Comments are running text in neat boxes, often more of it
 * than the article has, so shape alone takes them for content; the names of their boxes tell. Where
 * little stands beside them, or the model is sure of them, they are the content, as in a forum.
 *
 * <p>{@code <article>…</article><ol class="comment-list"><li>I disagree…</ol>}: the list goes.
 */
final class Comments {
  static final String RULE = "html.comments";
  private static final int ARTICLE = 500;
  private static final float SURE = 0.7f;
  private static final byte NOTHING = 0;
  private static final byte YES = 1;
  private static final byte NO = 2;

  /** Boxes nearer to the page than this are the page, whatever their names say. */
  private static final int PAGE = 2;

  private final BoxNames names;

  Comments(BoxNames names) {
    this.names = names;
  }

  /** Takes comments off what is kept; true where it took one. */
  boolean[] take(List<RawBlock> blocks, float[] likely, boolean[] kept) {
    boolean[] comment = new boolean[kept.length];
    int boxes = 0;
    for (RawBlock block : blocks) {
      boxes = Math.max(boxes, Layout.box(block).order() + 1);
    }
    byte[] known = new byte[boxes];
    int article = 0;
    int length = 0;
    double sure = 0;
    for (int b = 0; b < kept.length; b++) {
      if (!kept[b]) {
        continue;
      }
      comment[b] = within(Layout.box(blocks.get(b)), known);
      int weight = weight(blocks.get(b).text());
      length += comment[b] ? weight : 0;
      sure += comment[b] ? weight * likely[b] : 0;
      article += comment[b] || likely[b] < SURE ? 0 : weight;
    }
    if (length == 0 || article < ARTICLE || sure / length > SURE) {
      return new boolean[kept.length];
    }
    for (int b = 0; b < kept.length; b++) {
      kept[b] &= !comment[b];
    }
    return comment;
  }

  /** Whether a box around the block holds comments; {@code known} says it of boxes by order. */
  private boolean within(Box start, byte[] known) {
    @Nullable Box end = start;
    byte answer = NOTHING;
    for (; end != null && answer == NOTHING; end = end.parent().orElse(null)) {
      answer = known[end.order()] != NOTHING ? known[end.order()] : comments(end) ? YES : NOTHING;
    }
    byte result = answer == YES ? YES : NO;
    for (@Nullable Box box = start; box != null && box != end; box = box.parent().orElse(null)) {
      known[box.order()] = known[box.order()] == NOTHING ? result : known[box.order()];
    }
    return result == YES;
  }

  private boolean comments(Box box) {
    Optional<BoxNames.Hit> hit = box.depth() < PAGE ? Optional.empty() : names.comments(box);
    // A review may be the article itself.
    return hit.filter(h -> !h.word().startsWith("review")).isPresent();
  }

  private static int weight(String text) {
    int weight = text.length();
    for (int i = 0; i < text.length(); i++) {
      weight += (Signs.kind(text.charAt(i)) & Signs.ASIAN) != 0 ? 2 : 0;
    }
    return weight;
  }
}
