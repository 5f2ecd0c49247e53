package io.onrecord.normalize.structure;

import io.onrecord.document.Block;
import io.onrecord.document.BlockType;
import io.onrecord.document.Interview;
import io.onrecord.document.Kind;
import io.onrecord.document.Removed;
import io.onrecord.normalize.bilingual.Translations;
import io.onrecord.normalize.classify.Classified;
import io.onrecord.normalize.classify.Judged;
import io.onrecord.normalize.classify.Verdict;
import io.onrecord.normalize.language.DocumentLanguages;
import io.onrecord.normalize.language.LanguageDetector;
import io.onrecord.normalize.parse.Format;
import io.onrecord.normalize.parse.Parsed;
import io.onrecord.normalize.parse.RawBlock;
import io.onrecord.normalize.structure.metadata.Metadata;
import io.onrecord.normalize.structure.metadata.MetadataReader;
import io.onrecord.normalize.structure.speaker.Conversation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Understands the kept blocks as one document. Thread-safe. */
public final class Structurer {
  private final MetadataReader metadata = new MetadataReader();
  private final Originals originals = new Originals();

  /** The page understood. */
  public Structured structure(Classified classified) {
    Metadata about = metadata.read(classified);
    List<Judged> kept = new ArrayList<>();
    List<Removed> removed = new ArrayList<>();
    List<String> elsewhere = new ArrayList<>();
    about.title().ifPresent(elsewhere::add);
    boolean titleSeen = about.title().isEmpty();
    for (Judged judged : classified.blocks()) {
      RawBlock raw = judged.block();
      if (!titleSeen && raw.text().equals(about.title().orElseThrow())) {
        titleSeen = true;
        continue;
      }
      switch (judged.verdict()) {
        case Verdict.Keep keep -> kept.add(judged);
        case Verdict.Remove out -> {
          removed.add(
              new Removed(out.category(), raw.text(), kept.size(), out.rule(), out.confidence()));
          elsewhere.add(raw.text());
        }
      }
    }
    List<RawBlock> raw = kept.stream().map(Judged::block).toList();
    List<String> texts = raw.stream().map(RawBlock::text).toList();
    DocumentLanguages languages = LanguageDetector.detect(texts);
    Translations translations = Translations.among(texts);
    Conversation talk =
        Conversation.of(raw, classified.labels().among(raw), elsewhere, translations);
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < raw.size(); i++) {
      blocks.add(block(raw.get(i), i, languages, translations, talk));
    }
    Kind kind = Coverage.kind(classified.repaired().page().format(), kept, talk, elsewhere);
    return new Structured(
        about,
        languages.tag(),
        languages.shares(),
        kind,
        blocks,
        talk.turns(),
        interview(classified, talk, kind),
        removed);
  }

  private Interview interview(Classified classified, Conversation talk, Kind kind) {
    Parsed page = classified.repaired().page();
    Interview interview = Coverage.interview(classified.blocks(), talk);
    if (page.format() != Format.HTML) {
      return interview;
    }
    Set<String> all = originals.of(page, classified.blocks(), kind);
    all.addAll(interview.originals());
    Optional<String> series =
        page.declared().works().stream()
            .flatMap(work -> work.series().stream())
            .filter(name -> !name.isBlank())
            .findFirst();
    return new Interview(
        interview.interviewees(),
        interview.interviewers(),
        interview.programme().or(() -> series),
        List.copyOf(all));
  }

  private static Block block(
      RawBlock raw,
      int i,
      DocumentLanguages languages,
      Translations translations,
      Conversation talk) {
    BlockType type = talk.questions().contains(i) ? BlockType.PARAGRAPH : raw.type();
    OptionalInt level = type == BlockType.HEADING ? raw.level() : OptionalInt.empty();
    return new Block(
        type,
        raw.text(),
        languages.blocks().get(i),
        talk.turnOf().get(i),
        level,
        translations.originalOf(i));
  }
}
