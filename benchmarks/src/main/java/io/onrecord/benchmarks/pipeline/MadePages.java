package io.onrecord.benchmarks.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Interview pages made up by rule: English or Chinese, 5 to 25 KB of HTML with navigation, related
 * links and a footer, no two alike.
 */
final class MadePages {
  private static final List<String> SUBJECTS =
      List.of(
          "the harbour", "my teacher", "the old press", "a good map", "the night train", "rain");
  private static final List<String> VERBS =
      List.of("taught us", "changed", "carried", "hides", "explains", "outlived");
  private static final List<String> OBJECTS =
      List.of("patience", "the valley", "every plan", "two generations", "the noise", "its makers");
  private static final List<String> CHINESE =
      List.of("港口的清晨很安静", "我们一直在修那座旧桥", "老师说要先学会听", "这件事花了十年", "没有人记得最初的样子", "年轻人愿意留下来");

  private MadePages() {}

  /** Writes pages number {@code from} to {@code to}, the last excluded, and returns their bytes. */
  static List<byte[]> write(Path folder, int from, int to) {
    try {
      Files.createDirectories(folder);
      return Stream.iterate(from, i -> i < to, i -> i + 1).map(i -> write(folder, i)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The page with this number. */
  static byte[] page(int number) {
    return html(number, 10, 30).getBytes(StandardCharsets.UTF_8);
  }

  /** A page of 2 to 9 questions and answers, for measurements of very many pages. */
  static byte[] shortPage(int number) {
    return html(number, 2, 8).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] write(Path folder, int number) {
    byte[] bytes = page(number);
    try {
      Files.write(folder.resolve("page-%06d.html".formatted(number)), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes;
  }

  private static String html(int number, int leastTurns, int more) {
    Random random = new Random(number);
    boolean chinese = number % 2 == 0;
    StringBuilder page = new StringBuilder(24_000);
    page.append("<!doctype html><html lang=\"").append(chinese ? "zh" : "en").append("\"><head>");
    page.append("<meta charset=\"utf-8\"><title>Talk ")
        .append(number)
        .append("</title></head><body>");
    page.append("<nav><ul>");
    for (int i = 0; i < 20; i++) {
      page.append("<li><a href=\"/s/")
          .append(i)
          .append("\">Section ")
          .append(i)
          .append("</a></li>");
    }
    page.append("</ul></nav><article><h1>Talk ").append(number).append("</h1>");
    int turns = leastTurns + random.nextInt(more);
    for (int turn = 0; turn < turns; turn++) {
      page.append("<p><strong>").append(turn % 2 == 0 ? "Host" : "Guest").append(":</strong> ");
      int sentences = 2 + random.nextInt(5);
      for (int s = 0; s < sentences; s++) {
        page.append(chinese ? chinese(random) : english(random));
      }
      page.append("</p>\n");
    }
    page.append("</article><aside><h3>Read also</h3><ul>");
    for (int i = 0; i < 12; i++) {
      page.append("<li><a href=\"/t/").append(number + i).append("\">").append(english(random));
      page.append("</a></li>");
    }
    return page.append(
            "</ul></aside><footer>© Example Press. All rights reserved.</footer></body></html>")
        .toString();
  }

  private static String english(Random random) {
    return "In %d, %s %s %s, and number %d was the one that stayed. "
        .formatted(
            1950 + random.nextInt(70),
            pick(SUBJECTS, random),
            pick(VERBS, random),
            pick(OBJECTS, random),
            random.nextInt(100_000));
  }

  private static String chinese(Random random) {
    return "%s，第%d次的时候，%s。"
        .formatted(pick(CHINESE, random), random.nextInt(100_000), pick(CHINESE, random));
  }

  private static String pick(List<String> from, Random random) {
    return from.get(random.nextInt(from.size()));
  }
}
