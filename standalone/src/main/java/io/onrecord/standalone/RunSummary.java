package io.onrecord.standalone;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Map;

/**
 * What a run came to.
 *
 * @param pages inputs that are pages, new or unchanged
 * @param documents of those pages that can be found, each made of the page's present bytes
 * @param deadLetters of those pages that could not be read
 * @param failed inputs that are no pages
 * @param published pages that were new or had new bytes
 * @param unchanged pages that were there before
 * @param seconds how long each phase took; {@code total} is from the command
 */
@JsonPropertyOrder({
  "pages",
  "documents",
  "deadLetters",
  "failed",
  "published",
  "unchanged",
  "seconds"
})
public record RunSummary(
    int pages,
    int documents,
    int deadLetters,
    int failed,
    int published,
    int unchanged,
    Map<String, Double> seconds) {

  /** Whether every input became a document that can be found. */
  @JsonIgnore
  public boolean isComplete() {
    return failed == 0 && deadLetters == 0 && documents == pages;
  }
}
