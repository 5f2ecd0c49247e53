package io.onrecord.normalize.structure;

import io.onrecord.document.Block;
import io.onrecord.document.Interview;
import io.onrecord.document.Kind;
import io.onrecord.document.LanguageShare;
import io.onrecord.document.Removed;
import io.onrecord.document.Turn;
import io.onrecord.normalize.structure.metadata.Metadata;
import java.util.List;
import java.util.StringJoiner;

/**
 * A page understood: everything that its document says but for its fingerprints.
 *
 * @param metadata title, byline, dates, site
 * @param language the tag for the whole document
 * @param languages every language with its share
 * @param kind what sort of coverage
 * @param blocks the document's text in pieces
 * @param turns who said what
 * @param interview who was interviewed by whom
 * @param removed what was taken out, in order
 */
public record Structured(
    Metadata metadata,
    String language,
    List<LanguageShare> languages,
    Kind kind,
    List<Block> blocks,
    List<Turn> turns,
    Interview interview,
    List<Removed> removed) {
  public Structured {
    languages = List.copyOf(languages);
    blocks = List.copyOf(blocks);
    turns = List.copyOf(turns);
    removed = List.copyOf(removed);
  }

  /** What a reader wants to read: paragraphs joined by a blank line. */
  public String text() {
    StringJoiner text = new StringJoiner("\n\n");
    for (Block block : blocks) {
      text.add(block.text());
    }
    return text.toString();
  }
}
