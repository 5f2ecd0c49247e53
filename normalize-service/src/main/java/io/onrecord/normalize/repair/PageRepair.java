package io.onrecord.normalize.repair;

import io.onrecord.normalize.parse.Declared;
import io.onrecord.normalize.parse.Declared.Tag;
import io.onrecord.normalize.parse.Parsed;
import io.onrecord.normalize.parse.RawBlock;
import io.onrecord.normalize.repair.step.Sign;
import io.onrecord.normalize.repair.step.Signs;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Repairs all text of a page in one piece, since damage is told by looking at the whole: blocks,
 * their bold starts, the title and the tags go through {@link TextRepair} as lines of one text and
 * are put back where they came from. Thread-safe.
 */
public final class PageRepair {
  private final TextRepair characters = new TextRepair();
  private final PagePunctuation punctuation = new PagePunctuation();
  private final TextLayout layout = new TextLayout();

  /** The page with its damage undone: its characters first, then punctuation, then lines. */
  public Repaired repair(Parsed page) {
    String text = text(page);
    Signs signs = Signs.of(text);
    RepairedText repaired = characters.repair(text, signs);
    boolean sound = repaired.text().equals(text);
    Repaired read = sound ? new Repaired(page, repaired.repairs()) : putBack(page, repaired);
    boolean chinese = !sound || signs.has(Sign.IDEOGRAPH);
    return layout.lay(chinese ? punctuation.restore(read) : read);
  }

  private static String text(Parsed page) {
    List<String> lines = new ArrayList<>();
    page.blocks().forEach(block -> lines.add(block.text()));
    page.blocks().stream().map(RawBlock::lead).filter(l -> !l.isEmpty()).forEach(lines::add);
    page.declared().title().ifPresent(lines::add);
    page.declared().tags().forEach(tag -> lines.add(tag.value()));
    lines.add("");
    return String.join("\n", lines);
  }

  private static Repaired putBack(Parsed page, RepairedText repaired) {
    Iterator<String> back = List.of(repaired.text().split("\n", -1)).iterator();
    List<String> texts = new ArrayList<>();
    page.blocks().forEach(block -> texts.add(take(back, block.text())));
    List<RawBlock> blocks = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      RawBlock block = page.blocks().get(i);
      String lead = block.lead().isEmpty() ? "" : take(back, block.lead());
      if (!texts.get(i).isBlank()) {
        blocks.add(block.withText(texts.get(i), texts.get(i).startsWith(lead) ? lead : ""));
      }
    }
    Declared declared = page.declared();
    Optional<String> title = declared.title().map(t -> take(back, t));
    List<Tag> tags =
        declared.tags().stream().map(t -> new Tag(t.name(), take(back, t.value()))).toList();
    return new Repaired(page.with(declared.with(title, tags), blocks), repaired.repairs());
  }

  /** As many lines as the original had. */
  private static String take(Iterator<String> lines, String original) {
    StringBuilder text = new StringBuilder(lines.next());
    for (int i = original.indexOf('\n'); i >= 0; i = original.indexOf('\n', i + 1)) {
      text.append('\n').append(lines.next());
    }
    return text.toString();
  }
}
