package io.onrecord.normalize.parse;

import java.util.List;

/**
 * A page as blocks: what every format comes down to.
 *
 * @param source where the page comes from
 * @param format what it is written in
 * @param declared what the page says about itself outside its visible text
 * @param blocks all visible text of the page, in the order of its source
 */
public record Parsed(Source source, Format format, Declared declared, List<RawBlock> blocks) {
  public Parsed {
    blocks = List.copyOf(blocks);
  }

  /** The same page with other words for itself and other blocks. */
  public Parsed with(Declared newDeclared, List<RawBlock> newBlocks) {
    return new Parsed(source, format, newDeclared, newBlocks);
  }
}
