package io.onrecord.normalize.classify.html;

import io.onrecord.normalize.classify.Judged;
import io.onrecord.normalize.classify.Verdict;
import io.onrecord.normalize.parse.Parsed;
import io.onrecord.normalize.parse.RawBlock;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the blocks that the model holds for content and says of the others what they are.
 * Thread-safe.
 */
public final class MarkupClassifier {
  private final ContentModel model = ModelFile.shipped();
  private final BoxNames names = new BoxNames();

  /** Every block with its verdict. */
  public List<Judged> classify(Parsed page) {
    List<RawBlock> blocks = page.blocks();
    float[] content = model.probabilities(page);
    float keep = Threshold.of(page, content);
    int first = blocks.size();
    int last = -1;
    for (int b = 0; b < blocks.size(); b++) {
      if (content[b] >= keep) {
        first = Math.min(first, b);
        last = b;
      }
    }
    Furniture furniture = new Furniture(names, first, last);
    List<Judged> judged = new ArrayList<>(blocks.size());
    for (int b = 0; b < blocks.size(); b++) {
      RawBlock block = blocks.get(b);
      Verdict verdict =
          content[b] >= keep
              ? new Verdict.Keep(rounded(content[b]))
              : furniture.name(b, block, rounded(1 - content[b]));
      judged.add(new Judged(block, verdict));
    }
    return judged;
  }

  private static double rounded(float probability) {
    return Math.round(probability * 100) / 100.0;
  }
}
