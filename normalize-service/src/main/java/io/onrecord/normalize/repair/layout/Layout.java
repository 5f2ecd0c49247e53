package io.onrecord.normalize.repair.layout;

import io.onrecord.document.Repair;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A text as paragraphs, in the order of the page.
 *
 * @param paragraphs none is blank
 * @param repairs every change that was made, one entry a kind
 */
public record Layout(List<Paragraph> paragraphs, List<Repair> repairs) {

  public Layout {
    paragraphs = List.copyOf(paragraphs);
    repairs = List.copyOf(repairs);
  }

  /** The paragraphs with an empty line between each two. */
  public String text() {
    return paragraphs.stream().map(Paragraph::text).collect(Collectors.joining("\n\n"));
  }
}
