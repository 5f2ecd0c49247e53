package io.onrecord.benchmarks;

import io.onrecord.normalize.decode.Decoder;
import io.onrecord.normalize.repair.TextRepair;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;

/**
 * What decoding and repairing sound pages costs beside parsing them, and whether repair is linear.
 *
 * <p>Usage: {@code RepairSpeed FOLDER} with HTML pages in it (gzip or plain). One thread; each
 * number is the best of several rounds over all pages, decode and repair and parse in turn.
 */
final class RepairSpeed {
  private static final int ROUNDS = 12;

  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private RepairSpeed() {}

  public static void main(String[] args) throws IOException {
    besideParsing(pages(Path.of(args[0])));
    linearity("sound English", "The bakery’s owner said, “We open at six.” She smiled.\n");
    linearity("sound Chinese", "清晨的菜市场里，卖豆腐的老人已经摆好了摊子。\n");
    linearity("one long line", "她把祖母留下的针线盒放在窗台上，里面还有半卷红线。");
    linearity("damaged twice", "Ã¤Â½Â\u00A0Ã¥Â¥Â½ itÃ¢â‚¬â„¢s\n");
    linearity("damaged Chinese", "浠栧湪璁胯皥閲岃\n笢恅厙珜爵郔都獗\n");
    linearity("damaged, one line", "&amp;#x4e2d;Ã©\u200B⼀笢恅&mdash;\u0092 ");
    linearity("signs of damage", "&&;\\u4e2%4�Ãâ€");
  }

  private static void besideParsing(List<byte[]> pages) {
    Decoder decoder = new Decoder();
    TextRepair repair = new TextRepair();
    List<String> decoded =
        pages.stream().map(p -> decoder.decode(p, Optional.empty()).text()).toList();
    List<String> texts = decoded.stream().map(p -> Jsoup.parse(p).wholeText()).toList();
    long parse = Long.MAX_VALUE;
    long decode = Long.MAX_VALUE;
    long mend = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      decode =
          Math.min(decode, nanos(pages, p -> decoder.decode(p, Optional.empty()).text().length()));
      mend = Math.min(mend, nanos(texts, t -> repair.repair(t).text().length()));
      parse = Math.min(parse, nanos(decoded, p -> Jsoup.parse(p).childNodeSize()));
    }
    OUT.printf(
        "%d pages, %d characters of text%n",
        pages.size(), texts.stream().mapToInt(String::length).sum());
    OUT.printf("jsoup parse %8.2f ms%n", parse / 1e6);
    OUT.printf("decode      %8.2f ms  %5.1f %%%n", decode / 1e6, 100.0 * decode / parse);
    OUT.printf("repair      %8.2f ms  %5.1f %%%n", mend / 1e6, 100.0 * mend / parse);
    OUT.printf("both                     %5.1f %%%n", 100.0 * (decode + mend) / parse);
  }

  private static void linearity(String name, String unit) {
    TextRepair repair = new TextRepair();
    OUT.printf("%-18s", name);
    for (int size = 1_000; size <= 10_000_000; size *= 10) {
      List<String> text = List.of(unit.repeat(size / unit.length() + 1));
      long best = Long.MAX_VALUE;
      for (int round = 0; round < (size > 1_000_000 ? 2 : 6); round++) {
        best = Math.min(best, nanos(text, t -> repair.repair(t).text().length()));
      }
      OUT.printf("  %,d: %.1f ns", size, (double) best / text.getFirst().length());
    }
    OUT.println(" a character");
  }

  private static <T> long nanos(List<T> inputs, ToLongFunction<T> work) {
    long start = System.nanoTime();
    long sum = 0;
    for (T input : inputs) {
      sum += work.applyAsLong(input);
    }
    long took = System.nanoTime() - start;
    if (sum < 0) {
      throw new IllegalStateException("lengths are not negative");
    }
    return took;
  }

  private static List<byte[]> pages(Path folder) throws IOException {
    List<byte[]> pages = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        byte[] bytes = Files.readAllBytes(file);
        if (file.toString().endsWith(".gz")) {
          try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            bytes = in.readAllBytes();
          }
        }
        pages.add(bytes);
      }
    }
    return pages;
  }
}
