package io.onrecord.normalize.repair;

import io.onrecord.document.BlockType;
import io.onrecord.document.Repair;
import io.onrecord.normalize.parse.Declared;
import io.onrecord.normalize.parse.Declared.Tag;
import io.onrecord.normalize.parse.Parsed;
import io.onrecord.normalize.parse.RawBlock;
import io.onrecord.normalize.repair.punctuation.HalfWidthSigns;
import io.onrecord.normalize.repair.step.Ledger;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Restores the punctuation of a page that was converted as a whole: its blocks decide, code among
 * them neither counts nor changes; title and description follow. Thread-safe.
 */
final class PagePunctuation {
  private final HalfWidthSigns signs = new HalfWidthSigns();

  Repaired restore(Repaired sound) {
    Parsed page = sound.page();
    List<String> texts =
        page.blocks().stream().filter(PagePunctuation::isProse).map(RawBlock::text).toList();
    Ledger ledger = new Ledger();
    List<String> restored = signs.restore(texts, ledger);
    if (restored.equals(texts)) {
      return sound;
    }
    Iterator<String> back = restored.iterator();
    List<RawBlock> blocks =
        page.blocks().stream().map(b -> isProse(b) ? with(b, back.next()) : b).toList();
    Declared declared = page.declared();
    List<Tag> tags = declared.tags().stream().map(this::described).toList();
    List<Repair> repairs = new ArrayList<>(sound.repairs());
    repairs.addAll(ledger.repairs());
    Declared described = declared.with(declared.title().map(signs::restoreBeside), tags);
    return new Repaired(page.with(described, blocks), repairs);
  }

  private static boolean isProse(RawBlock block) {
    return block.type() != BlockType.CODE;
  }

  /** The bold start is cut anew: it may end where the block goes on. */
  private static RawBlock with(RawBlock block, String text) {
    boolean starts = block.text().startsWith(block.lead());
    return block.withText(text, starts ? text.substring(0, block.lead().length()) : block.lead());
  }

  /** Titles and descriptions; commas of keywords and names are no punctuation. */
  private Tag described(Tag tag) {
    boolean prose = tag.name().endsWith("title") || tag.name().endsWith("description");
    return prose ? new Tag(tag.name(), signs.restoreBeside(tag.value())) : tag;
  }
}
