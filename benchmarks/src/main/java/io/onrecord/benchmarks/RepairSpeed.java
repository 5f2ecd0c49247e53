package io.onrecord.benchmarks;

import io.onrecord.normalize.decode.Decoded;
import io.onrecord.normalize.decode.Decoder;
import io.onrecord.normalize.parse.PageParser;
import io.onrecord.normalize.parse.Parsed;
import io.onrecord.normalize.parse.Source;
import io.onrecord.normalize.repair.PageRepair;
import io.onrecord.normalize.repair.TextRepair;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;

/**
 * What decoding and repairing sound pages costs beside parsing them, and whether both are linear.
 *
 * <p>Usage: {@code RepairSpeed FOLDER...} with HTML pages in them (gzip or plain). One thread;
 * times are of the thread's processor, so that neighbours on the machine do not count.
 *
 * <p>Decoding is all that the first stage does with the bytes of a page, from finding the encoding
 * to the text; repairing is all that the third does with the page's parsed blocks, title and tags:
 * characters, punctuation and layout. Against them stands jsoup making a tree of the decoded text.
 * Each page goes through the stages in their order, so that each finds in the processor's caches
 * what the stage before left there, round after round: {@value #WARM_UP} rounds do not count, of
 * the {@value #ROUNDS} after them the best time of each does, on every side alike.
 */
final class RepairSpeed {
  private static final int WARM_UP = 20;
  private static final int ROUNDS = 20;
  private static final double CHINESE = 0.2;

  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private static final Decoder DECODER = new Decoder();
  private static final PageParser PARSER = new PageParser();
  private static final PageRepair PAGES = new PageRepair();
  private static final TextRepair REPAIR = new TextRepair();
  private static final Source SOURCE =
      new Source(
          "https://pages.example/",
          "https://pages.example/",
          Optional.of("text/html"),
          Optional.empty(),
          Instant.EPOCH);

  private RepairSpeed() {}

  public static void main(String[] args) throws IOException {
    List<Times> all = new ArrayList<>();
    for (String folder : args) {
      List<Times> times = times(pages(Path.of(folder)));
      print(folder, times);
      all.addAll(times);
    }
    print("Chinese pages of all folders", all.stream().filter(Times::chinese).toList());
    OUT.println("repair, ns a character");
    repair("sound English", "The bakery’s owner said, “We open at six.” She smiled.\n");
    repair("sound Chinese", "清晨的菜市场里，卖豆腐的老人已经摆好了摊子。\n");
    repair("one long line", "她把祖母留下的针线盒放在窗台上，里面还有半卷红线。");
    repair("damaged twice", "Ã¤Â½Â\u00A0Ã¥Â¥Â½ itÃ¢â‚¬â„¢s\n");
    repair("damaged Chinese", "浠栧湪璁胯皥閲岃\n笢恅厙珜爵郔都獗\n");
    repair("damaged, one line", "&amp;#x4e2d;Ã©\u200B⼀笢恅&mdash;\u0092 ");
    repair("signs of damage", "&&;\\u4e2%4�Ãâ€");
    OUT.println("decode, ns a byte");
    decode("ASCII", "<p class=\"a\">The owner said: we open at six.</p>\n", StandardCharsets.UTF_8);
    decode("UTF-8", "<p>清晨的菜市场里，卖豆腐的老人已经摆好了摊子。</p>\n", StandardCharsets.UTF_8);
    decode("GBK", "<p>清晨的菜市场里，卖豆腐的老人已经摆好了摊子。</p>\n", Charset.forName("GBK"));
    decode("UTF-8 with errors", "<p>清晨的菜市场里\u0000，卖豆腐的老人。</p>\n", StandardCharsets.UTF_8);
    decode("no text", "\u00ff\u0000\u0081\u0090\u00c3\u0028", StandardCharsets.ISO_8859_1);
  }

  /** The best times of one page in nanoseconds. */
  private record Times(
      int bytes, boolean chinese, long plain, long decode, long repair, long parse) {}

  private static List<Times> times(List<byte[]> pages) {
    List<long[]> best = pages.stream().map(p -> new long[4]).toList();
    best.forEach(times -> Arrays.fill(times, Long.MAX_VALUE));
    for (int round = 0; round < WARM_UP + ROUNDS; round++) {
      for (int i = 0; i < pages.size(); i++) {
        long[] now = inTurn(pages.get(i));
        for (int k = 0; k < now.length && round >= WARM_UP; k++) {
          best.get(i)[k] = Math.min(best.get(i)[k], now[k]);
        }
      }
    }
    List<Times> times = new ArrayList<>();
    for (int i = 0; i < pages.size(); i++) {
      String text = Jsoup.parse(DECODER.decode(pages.get(i), Optional.empty()).text()).wholeText();
      long han = text.chars().filter(Character::isIdeographic).count();
      boolean chinese =
          han > CHINESE * text.length() && text.chars().noneMatch(c -> c >= 0x3041 && c <= 0x3096);
      long[] of = best.get(i);
      times.add(new Times(pages.get(i).length, chinese, of[0], of[1], of[2], of[3]));
    }
    return times;
  }

  /** One page on its way through the stages; reading the blocks off the tree is not timed. */
  private static long[] inTurn(byte[] page) {
    long[] now = new long[4];
    now[0] = nanos(page, p -> new String(p, StandardCharsets.UTF_8).length());
    now[1] = nanos(page, p -> DECODER.decode(p, Optional.empty()).text().length());
    Decoded decoded = DECODER.decode(page, Optional.empty());
    now[3] = nanos(decoded.text(), t -> Jsoup.parse(t).childNodeSize());
    Parsed parsed = PARSER.parse(page, decoded, SOURCE);
    now[2] = nanos(parsed, p -> PAGES.repair(p).page().blocks().size());
    return now;
  }

  private static void print(String name, List<Times> pages) {
    if (pages.isEmpty()) {
      return;
    }
    OUT.printf(
        "%s: %d pages of %,d bytes on average%n",
        name, pages.size(), pages.stream().mapToInt(Times::bytes).sum() / pages.size());
    long parse = pages.stream().mapToLong(Times::parse).sum();
    line("new String", pages, Times::plain, parse);
    line("decode", pages, Times::decode, parse);
    line("repair", pages, Times::repair, parse);
    line("decode and repair", pages, t -> t.decode() + t.repair(), parse);
    line("jsoup parse", pages, Times::parse, parse);
  }

  private static void line(String name, List<Times> pages, ToLongFunction<Times> of, long parse) {
    long sum = pages.stream().mapToLong(of).sum();
    OUT.printf(
        "  %-18s %8.0f µs/page  %5.1f %%%n", name, sum / 1e3 / pages.size(), 100.0 * sum / parse);
  }

  private static void repair(String name, String unit) {
    OUT.printf("  %-18s", name);
    for (int size = 1_000; size <= 10_000_000; size *= 10) {
      String text = unit.repeat(size / unit.length() + 1);
      OUT.printf(
          "  %,d: %.1f",
          size, best(text, t -> REPAIR.repair(t).text().length(), size) / text.length());
    }
    OUT.println();
  }

  private static void decode(String name, String unit, Charset charset) {
    OUT.printf("  %-18s", name);
    byte[] one = unit.getBytes(charset);
    for (int size : new int[] {1_000, 10_000, 100_000, 1_000_000, 10_000_000, 50_000_000}) {
      byte[] bytes = new byte[size];
      for (int i = 0; i < size; i++) {
        bytes[i] = one[i % one.length];
      }
      OUT.printf(
          "  %,d: %.2f",
          size, best(bytes, b -> DECODER.decode(b, Optional.empty()).text().length(), size) / size);
    }
    OUT.println();
  }

  private static <T> double best(T input, ToLongFunction<T> work, int size) {
    long best = Long.MAX_VALUE;
    int rounds = size > 1_000_000 ? 1 : size > 100_000 ? 10 : 100;
    for (int round = 0; round < rounds; round++) {
      best = Math.min(best, nanos(input, work));
    }
    return best;
  }

  private static <T> long nanos(T input, ToLongFunction<T> work) {
    long start = THREADS.getCurrentThreadCpuTime();
    long length = work.applyAsLong(input);
    long took = THREADS.getCurrentThreadCpuTime() - start;
    if (length < 0) {
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
