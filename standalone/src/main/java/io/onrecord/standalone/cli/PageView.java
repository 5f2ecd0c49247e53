package io.onrecord.standalone.cli;

import io.onrecord.document.Block;
import io.onrecord.document.Document;
import io.onrecord.document.Removed;
import io.onrecord.document.Repair;
import io.onrecord.document.Turn;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A document as a person reads it: what is known of it, what was repaired, then its text with
 * everything that was removed standing in its place.
 */
final class PageView {
  private static final String BOLD = "1";
  private static final String FAINT = "2";
  private static final String RED = "31";
  private static final String GREEN = "32";
  private static final String CYAN = "36";

  private final Terminal terminal;

  PageView(Terminal terminal) {
    this.terminal = terminal;
  }

  void print(Document document) {
    facts(document);
    repairs(document.repairs());
    terminal.out().println();
    text(document);
  }

  private void facts(Document document) {
    fact("title", document.title());
    fact("url", Optional.of(document.canonicalUrl()));
    fact("byline", Optional.of(String.join(", ", document.byline())));
    fact("published", document.publishedAt().or(document::publishedAtText));
    fact("language", Optional.of(document.language()));
    fact("kind", Optional.of(document.kind().name().toLowerCase(Locale.ROOT)));
    fact(
        "encoding",
        Optional.of(
            "%s by %s%s"
                .formatted(
                    document.encoding().charset(),
                    document.encoding().decidedBy(),
                    document.encoding().declared().map(" (declared %s)"::formatted).orElse(""))));
    fact("speakers", Optional.of(speakers(document)));
    fact(
        "removed",
        Optional.of(
            document.removed().isEmpty() ? "" : document.removed().size() + " pieces, marked -"));
  }

  private static String speakers(Document document) {
    return document.turns().stream()
        .map(Turn::speaker)
        .distinct()
        .reduce((a, b) -> a + ", " + b)
        .orElse("");
  }

  private void fact(String name, Optional<String> value) {
    value
        .filter(text -> !text.isBlank())
        .ifPresent(text -> out().println(terminal.styled(CYAN, "%-10s".formatted(name)) + text));
  }

  private void repairs(List<Repair> repairs) {
    for (Repair repair : repairs) {
      fact("repaired", Optional.of("%s, %d times".formatted(repair.kind(), repair.count())));
      for (List<String> example : repair.examples()) {
        String before = terminal.styled(RED, oneLine(example.getFirst()));
        String after = terminal.styled(GREEN, oneLine(example.getLast()));
        out().println("          " + before + " -> " + after);
      }
    }
  }

  private void text(Document document) {
    List<Block> blocks = document.blocks();
    int turn = -1;
    for (int place = 0; place <= blocks.size(); place++) {
      removedAt(document, place);
      if (place < blocks.size()) {
        Block block = blocks.get(place);
        turn = speaker(document, block, turn);
        kept(block);
      }
    }
  }

  private void removedAt(Document document, int place) {
    for (Removed removed : document.removed()) {
      if (removed.after() == place) {
        String why =
            "[%s, %s]"
                .formatted(
                    removed.category().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    removed.rule());
        out()
            .println(
                terminal.styled(RED, "- " + oneLine(removed.text()))
                    + " "
                    + terminal.styled(FAINT, why));
      }
    }
  }

  /** Names who speaks now, unless the block itself begins with the label. */
  private int speaker(Document document, Block block, int before) {
    OptionalInt turn = block.turn();
    if (turn.isPresent() && turn.getAsInt() != before) {
      Turn now = document.turns().get(turn.getAsInt());
      if (!block.text().startsWith(now.label()) && !block.text().startsWith(now.speaker())) {
        out().println(terminal.styled(BOLD, now.speaker() + ":"));
      }
    }
    return turn.orElse(before);
  }

  private void kept(Block block) {
    String text =
        switch (block.type()) {
          case HEADING ->
              terminal.styled(BOLD, "#".repeat(block.level().orElse(2)) + " " + block.text());
          case LIST_ITEM -> "* " + block.text();
          case QUOTE -> "> " + block.text();
          case PARAGRAPH, CODE, TABLE, CAPTION -> block.text();
        };
    out().println("  " + text.replace("\n", "\n  "));
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private PrintStream out() {
    return terminal.out();
  }
}
