package io.onrecord.standalone.cli;

import io.onrecord.normalize.service.replay.DiffReport;
import io.onrecord.normalize.service.replay.SideBySide;
import java.io.PrintStream;
import java.util.Locale;

/** A diff for a person: counts, the distribution, and the worst side by side. */
final class DiffView {
  private static final int COLUMN = 56;
  private static final int ROWS = 8;
  private static final int BAR = 40;

  private final Terminal terminal;

  DiffView(Terminal terminal) {
    this.terminal = terminal;
  }

  void print(DiffReport report) {
    PrintStream out = terminal.out();
    DiffReport.Counts counts = report.counts();
    out.printf(
        "replay %s, normalizer %s: %d documents%n",
        report.replay(), report.normalizer(), counts.all());
    count("same", counts.same(), "");
    count("changed", counts.changed(), "");
    count("new", counts.added(), "the live topic has none");
    count("gone", counts.gone(), "live, but the page is gone");
    count("newer live", counts.newer(), "of a newer page; they stay");
    count("lost", counts.lost(), "live with text that the replay does not have");
    count("failed", counts.failed(), "the replay could not read the page");
    if (counts.changed() > 0) {
      similarity(report);
    }
    report.worst().forEach(this::pair);
    report.lost().forEach(e -> out.printf("lost    %s  %s%n", e.id(), e.url()));
    report.failed().forEach(e -> out.printf("failed  %s  %s  %s%n", e.id(), e.url(), e.why()));
  }

  private void count(String what, long documents, String meaning) {
    terminal.out().printf("  %-11s %8d  %s%n", what, documents, meaning);
  }

  private void similarity(DiffReport report) {
    terminal.out().println("similarity of the changed texts");
    long most = report.similarity().stream().mapToLong(DiffReport.Bin::documents).max().orElse(1);
    for (DiffReport.Bin bin : report.similarity()) {
      terminal
          .out()
          .printf(
              Locale.ROOT,
              "  %-8s %8d  %s%n",
              bin.least() == 1 ? "equal" : "≥ " + bin.least(),
              bin.documents(),
              "█".repeat((int) (bin.documents() * BAR / Math.max(1, most))));
    }
  }

  private void pair(DiffReport.Pair pair) {
    PrintStream out = terminal.out();
    out.println();
    out.printf(
        Locale.ROOT,
        "%s  %s%n%s%n",
        terminal.styled("1", "%.3f".formatted(pair.similarity())),
        terminal.styled("1", pair.title()),
        pair.url());
    for (SideBySide.Row row : pair.rows().subList(0, Math.min(ROWS, pair.rows().size()))) {
      out.printf(
          "%s │ %s%n",
          terminal.styled("31", column(row.live())), terminal.styled("32", column(row.replayed())));
    }
    if (pair.rows().size() > ROWS) {
      out.printf("… %d more places%n", pair.rows().size() - ROWS);
    }
  }

  /** One line of the column's width; a Chinese character takes two places. */
  private static String column(String text) {
    StringBuilder line = new StringBuilder();
    int width = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i) == '\n' ? ' ' : text.charAt(i);
      int wide = c >= '\u2e80' ? 2 : 1;
      if (width + wide > COLUMN) {
        break;
      }
      line.append(c);
      width += wide;
    }
    return line + " ".repeat(COLUMN - width);
  }
}
