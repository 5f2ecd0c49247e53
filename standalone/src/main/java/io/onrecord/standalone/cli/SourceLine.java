package io.onrecord.standalone.cli;

import tools.jackson.databind.JsonNode;

/** A source as a line on the terminal: state, name, times, what went wrong. */
final class SourceLine {
  private SourceLine() {}

  /**
   * The line.
   *
   * @param name how wide names are
   * @param url how wide addresses are
   */
  static String of(JsonNode source, Terminal terminal, int name, int url) {
    String state = source.path("state").asString();
    String colour =
        state.equals("ok") ? "32" : state.equals("paused") || state.equals("new") ? "2" : "31";
    StringBuilder line = new StringBuilder(terminal.styled(colour, "%-8s".formatted(state)));
    line.append(wide(source.path("name").asString(), name));
    line.append("  ").append(wide(source.path("url").asString(), url));
    time(line, "looked", source.path("checked"));
    time(line, "next", source.path("next"));
    time(line, "last new", source.path("lastNew"));
    if (source.hasNonNull("error")) {
      line.append("  ").append(source.path("error").asString());
    }
    return line.toString();
  }

  private static String wide(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private static void time(StringBuilder line, String word, JsonNode time) {
    if (time.isString()) {
      line.append("  ")
          .append(word)
          .append(' ')
          .append(time.asString().replaceFirst("\\.\\d+Z", "Z"));
    }
  }
}
