package io.onrecord.normalize.service.replay;

import java.util.List;

/**
 * What a replay would change.
 *
 * @param replay its name
 * @param normalizer the version that made it
 * @param counts documents by what became of them
 * @param similarity of the texts of changed documents, most alike first
 * @param worst the changed documents whose texts are least alike, side by side
 * @param lost some of the lost ones
 * @param failed some of the failed ones
 */
public record DiffReport(
    String replay,
    String normalizer,
    Counts counts,
    List<Bin> similarity,
    List<Pair> worst,
    List<Example> lost,
    List<Example> failed) {

  /**
   * Documents by what became of them; each is counted once.
   *
   * @param same no difference but the normalizer's version
   * @param changed another document of the same page
   * @param added the live topic has none
   * @param gone live, but its page is gone
   * @param newer the live one is of a newer page than the replay has seen; it stays
   * @param lost live with text, and the replay has none of it
   * @param failed the page is a dead letter of the replay
   */
  public record Counts(
      long same, long changed, long added, long gone, long newer, long lost, long failed) {

    /** Documents that the replay was to make. */
    public long all() {
      return same + changed + added + gone + newer + lost + failed;
    }
  }

  /** How many changed documents are alike from {@code least} up to the next bin. */
  public record Bin(double least, long documents) {}

  /** A document by name. */
  public record Example(String id, String url, String why) {}

  /**
   * A changed document.
   *
   * @param similarity of title and text, 0 to 1
   * @param rows its paragraphs side by side, as far as they differ
   */
  public record Pair(
      String id, String url, String title, double similarity, List<SideBySide.Row> rows) {}
}
