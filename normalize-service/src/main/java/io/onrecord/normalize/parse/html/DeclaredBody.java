package io.onrecord.normalize.parse.html;

import io.onrecord.document.BlockType;
import io.onrecord.normalize.parse.Box;
import io.onrecord.normalize.parse.Declared;
import io.onrecord.normalize.parse.Origin;
import io.onrecord.normalize.parse.RawBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The text of pages that print none: a script would have put it there, and the page declares it for
 * machines only ({@code "articleBody"}). Where the page prints anything like it, print wins.
 */
final class DeclaredBody {
  private static final int SHORTEST = 500;
  private static final int RATIO = 4;

  private DeclaredBody() {}

  /** The blocks, and after them the declared body where they are next to nothing beside it. */
  static List<RawBlock> complete(List<RawBlock> blocks, Declared declared) {
    Optional<String> body =
        declared.works().stream()
            .flatMap(work -> work.body().stream())
            .filter(text -> text.length() >= SHORTEST)
            .findFirst();
    if (body.isEmpty()) {
      return blocks;
    }
    int printed = 0;
    for (RawBlock block : blocks) {
      printed += block.text().length();
    }
    if (printed * RATIO > body.get().length()) {
      return blocks;
    }
    int order =
        blocks.stream()
            .map(block -> ((Origin.Markup) block.origin()).box().order())
            .reduce(0, Math::max);
    Box root =
        blocks.isEmpty() ? new Box(null, 0, "body", "", true, false) : root(blocks.getFirst());
    Box article = new Box(root, order + 1, "article", "articleBody", true, false);
    List<RawBlock> all = new ArrayList<>(blocks);
    int next = order + 2;
    for (String line : (Iterable<String>) body.get().lines()::iterator) {
      if (!line.isBlank()) {
        Box paragraph = new Box(article, next++, "p", "", true, false);
        Origin origin = new Origin.Markup(paragraph, 0, 0, List.of(), Origin.Boundary.ELEMENT);
        all.add(RawBlock.of(BlockType.PARAGRAPH, line.strip(), origin));
      }
    }
    return all;
  }

  private static Box root(RawBlock block) {
    Box box = ((Origin.Markup) block.origin()).box();
    while (box.parent().isPresent()) {
      box = box.parent().get();
    }
    return box;
  }
}
