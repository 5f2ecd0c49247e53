package io.onrecord.normalize.classify;

import io.onrecord.normalize.speech.Labels;
import java.util.List;

/**
 * Blocks with their verdicts, and the speakers' labels as far as they have been read: reading them
 * is worth doing once.
 *
 * @param labels of these blocks, or of blocks that became these
 */
public record Labelled(List<Judged> blocks, Labels labels) {
  public Labelled {
    blocks = List.copyOf(blocks);
  }

  /** Blocks of which no label has been read yet. */
  public static Labelled unread(List<Judged> blocks) {
    return new Labelled(blocks, Labels.NONE);
  }

  /** The same blocks with the labels of those that are kept. */
  public Labelled read() {
    return new Labelled(
        blocks, labels.among(blocks.stream().filter(Judged::kept).map(Judged::block).toList()));
  }
}
