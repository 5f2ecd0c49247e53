package io.onrecord.standalone.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Interview pages made up by rule, each different, for counting. */
final class Pages {
  private Pages() {}

  /** Writes so many pages into a folder. */
  static void write(Path folder, int pages) throws IOException {
    Files.createDirectories(folder);
    for (int i = 0; i < pages; i++) {
      Files.writeString(folder.resolve("page-%05d.html".formatted(i)), html(i));
    }
  }

  /** The page with this number. */
  static String html(int number) {
    return html(number, 6);
  }

  /** A page of so many questions and answers. */
  static String html(int number, int turns) {
    StringBuilder text = new StringBuilder();
    text.append(
        "<html lang=\"en\"><head><title>Conversation %d</title></head><body>".formatted(number));
    text.append("<nav><a href=\"/\">Home</a> <a href=\"/all\">All talks</a></nav><article>");
    text.append("<h1>Conversation %d</h1>".formatted(number));
    for (int turn = 0; turn < turns; turn++) {
      text.append(
          "<p><b>Host:</b> What did you learn in year %d of building lighthouse number %d?</p>"
              .formatted(turn + 1, number));
      text.append(
          "<p><b>Guest:</b> That stone %d settles slowly, that storms come in threes, and that a lamp is only as good as the person who climbs the stairs to trim it, every night, for %d years.</p>"
              .formatted(number * 7 + turn, number + turn));
    }
    return text.append("</article><footer>© Example Press</footer></body></html>").toString();
  }
}
