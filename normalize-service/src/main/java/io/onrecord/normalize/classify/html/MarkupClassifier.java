package io.onrecord.normalize.classify.html;

import io.onrecord.document.Category;
import io.onrecord.normalize.classify.Judged;
import io.onrecord.normalize.classify.Verdict;
import io.onrecord.normalize.parse.Parsed;
import io.onrecord.normalize.parse.RawBlock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the blocks that the model holds for content and says of the others what they are.
 * Thread-safe.
 */
public final class MarkupClassifier {
  private final ContentModel model = ModelFile.shipped();
  private final BoxNames names = new BoxNames();
  private final Comments comments = new Comments(names);
  private final Inserts inserts = new Inserts();
  private final Edges edges = new Edges();

  /** Every block with its verdict. */
  public List<Judged> classify(Parsed page) {
    List<RawBlock> blocks = page.blocks();
    float[] content = model.probabilities(page);
    boolean[] kept = new boolean[content.length];
    float keep = Threshold.of(page, content);
    int first = blocks.size();
    int last = -1;
    for (int b = 0; b < kept.length; b++) {
      kept[b] = content[b] >= keep;
      first = kept[b] ? Math.min(first, b) : first;
      last = kept[b] ? b : last;
    }
    boolean[] comment = comments.take(blocks, content, kept);
    Inserts.@Nullable Found[] found = inserts.find(blocks, kept);
    edges.trim(blocks, kept, found);
    Furniture furniture = new Furniture(names, blocks, first, last);
    List<Judged> judged = new ArrayList<>(kept.length);
    for (int b = 0; b < kept.length; b++) {
      RawBlock block = blocks.get(b);
      Inserts.Found insert = found[b];
      double sure = rounded(content[b]);
      Verdict verdict =
          comment[b]
              ? new Verdict.Remove(Category.COMMENTS, Comments.RULE, 0.9)
              : insert != null
                  ? new Verdict.Remove(insert.category(), insert.rule(), 0.9)
                  : kept[b]
                      ? new Verdict.Keep(sure)
                      : furniture.name(b, block, rounded(1 - content[b]));
      judged.add(new Judged(block, verdict));
    }
    return judged;
  }

  private static double rounded(float probability) {
    return Math.round(probability * 100) / 100.0;
  }
}
