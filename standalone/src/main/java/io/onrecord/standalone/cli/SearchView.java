package io.onrecord.standalone.cli;

import java.io.PrintStream;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** An answer of {@code GET /api/search} as a person reads it, with what matches in bold. */
final class SearchView {
  private static final String BOLD = "1";
  private static final String FAINT = "2";
  private static final String MATCH = "1;33";

  private final Terminal terminal;

  SearchView(Terminal terminal) {
    this.terminal = terminal;
  }

  void print(JsonNode result) {
    PrintStream out = terminal.out();
    long total = result.path("total").asLong();
    int number = (result.path("page").asInt() - 1) * result.path("size").asInt();
    String partial = result.path("partial").asBoolean() ? ", none with all that was asked" : "";
    out.println((total == 1 ? "1 document" : "%,d documents".formatted(total)) + partial);
    for (JsonNode hit : result.path("hits")) {
      number++;
      out.println();
      out.println(number + ". " + terminal.styled(BOLD, title(hit)));
      out.println("   " + terminal.styled(FAINT, facts(hit)));
      for (JsonNode passage : hit.path("passages")) {
        out.println("   " + speaker(passage) + pieces(passage.path("pieces"), MATCH));
      }
    }
  }

  /** Who says it, unless the passage itself begins with the label. */
  private static String speaker(JsonNode passage) {
    String name = passage.path("speaker").asString("");
    String start = passage.path("pieces").path(0).path("text").asString("");
    return name.isEmpty() || start.startsWith(name) ? "" : name + ": ";
  }

  private String title(JsonNode hit) {
    String title = pieces(hit.path("titlePieces"), "");
    return title.isBlank() ? hit.path("url").asString("") : title;
  }

  private static String facts(JsonNode hit) {
    String date = hit.path("publishedAt").asString("");
    return "%s%s · %s · %s"
        .formatted(
            hit.path("url").asString(""),
            date.isEmpty() ? "" : " · " + date,
            hit.path("language").asString(""),
            hit.path("id").asString(""));
  }

  private String pieces(JsonNode pieces, String style) {
    return StreamSupport.stream(pieces.spliterator(), false)
        .map(piece -> piece(piece, style))
        .collect(Collectors.joining());
  }

  private String piece(JsonNode piece, String style) {
    String text = piece.path("text").asString("").replaceAll("\\s+", " ");
    return piece.path("hit").asBoolean() && !style.isEmpty() ? terminal.styled(style, text) : text;
  }
}
