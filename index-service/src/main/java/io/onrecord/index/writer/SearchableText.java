package io.onrecord.index.writer;

import io.onrecord.document.Block;
import io.onrecord.document.Document;
import java.util.Arrays;
import java.util.List;

/**
 * The text of a document that is searched, and where its blocks lie in it. Made the same way when a
 * document is indexed and when a hit is shown, so offsets in the index are offsets into this text.
 */
public final class SearchableText {
  private static final String GAP = "\n\n";

  private final String text;
  private final int[] starts;
  private final int[] ends;

  private SearchableText(String text, int[] starts, int[] ends) {
    this.text = text;
    this.starts = starts;
    this.ends = ends;
  }

  /** The blocks of a document; its whole text as one block if it has none. */
  public static SearchableText of(Document document) {
    List<Block> blocks = document.blocks();
    if (blocks.isEmpty()) {
      String text = document.text();
      return new SearchableText(text, new int[] {0}, new int[] {text.length()});
    }
    StringBuilder text = new StringBuilder(document.text().length() + GAP.length());
    int[] starts = new int[blocks.size()];
    int[] ends = new int[blocks.size()];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = text.length();
      text.append(blocks.get(i).text());
      ends[i] = text.length();
      text.append(GAP);
    }
    return new SearchableText(text.toString(), starts, ends);
  }

  public String text() {
    return text;
  }

  /** The block that holds this offset. */
  public int blockAt(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    if (found < 0) {
      return Math.max(0, -found - 2);
    }
    while (found + 1 < starts.length && starts[found + 1] == offset) {
      found++; // an empty block starts where the next one does
    }
    return found;
  }

  public int startOf(int block) {
    return starts[block];
  }

  public int endOf(int block) {
    return ends[block];
  }

  public int blocks() {
    return starts.length;
  }
}
