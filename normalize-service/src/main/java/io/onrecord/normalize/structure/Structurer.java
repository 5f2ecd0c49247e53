package io.onrecord.normalize.structure;

import io.onrecord.document.Block;
import io.onrecord.document.BlockType;
import io.onrecord.document.Interview;
import io.onrecord.document.Kind;
import io.onrecord.document.LanguageShare;
import io.onrecord.document.Removed;
import io.onrecord.normalize.classify.Classified;
import io.onrecord.normalize.classify.Judged;
import io.onrecord.normalize.classify.Verdict;
import io.onrecord.normalize.parse.RawBlock;
import io.onrecord.normalize.structure.metadata.Metadata;
import io.onrecord.normalize.structure.metadata.MetadataReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Understands the kept blocks as one document. Thread-safe. */
public final class Structurer {
  private final MetadataReader metadata = new MetadataReader();

  /** The page understood. */
  public Structured structure(Classified classified) {
    Metadata about = metadata.read(classified);
    List<Block> blocks = new ArrayList<>();
    List<Removed> removed = new ArrayList<>();
    boolean titleSeen = about.title().isEmpty();
    for (Judged judged : classified.blocks()) {
      RawBlock raw = judged.block();
      if (!titleSeen && raw.text().equals(about.title().orElseThrow())) {
        titleSeen = true;
        continue;
      }
      switch (judged.verdict()) {
        case Verdict.Keep keep -> blocks.add(block(raw));
        case Verdict.Remove out ->
            removed.add(
                new Removed(
                    out.category(), raw.text(), blocks.size(), out.rule(), out.confidence()));
      }
    }
    String language = language(blocks);
    return new Structured(
        about,
        language,
        blocks.isEmpty() ? List.of() : List.of(new LanguageShare(language, 1)),
        blocks.isEmpty() ? Kind.OTHER : Kind.ARTICLE,
        blocks,
        List.of(),
        Interview.UNKNOWN,
        removed);
  }

  private static Block block(RawBlock raw) {
    OptionalInt level = raw.type() == BlockType.HEADING ? raw.level() : OptionalInt.empty();
    return new Block(
        raw.type(), raw.text(), Optional.empty(), OptionalInt.empty(), level, OptionalInt.empty());
  }

  private static String language(List<Block> blocks) {
    int han = 0;
    int latin = 0;
    for (Block block : blocks) {
      han += (int) block.text().chars().filter(c -> c >= 0x4E00 && c <= 0x9FFF).count();
      latin += (int) block.text().chars().filter(c -> c < 0x250 && Character.isLetter(c)).count();
    }
    if (han == 0 && latin == 0) {
      return "und";
    }
    return han * 2 > latin ? "zh" : "en";
  }
}
