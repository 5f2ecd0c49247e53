package io.onrecord.normalize.repair.sound;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes {@code sound-text.txt}: counts which classes of characters follow which and how common each
 * character is, in texts that people judged to be the clean text of a page.
 *
 * <p>Usage: {@code SoundTextTrainer TARGET FOLDER}, where the folder holds {@code *}{@code
 * /gold.json} files (id → {@code articleBody}) and {@code *}{@code /html} pages. Chinese is counted
 * twice, as it is and converted to the other script. A character that was not seen gets its weight
 * from the tables of the national character sets, whose first levels hold what their makers found
 * common.
 */
final class SoundTextTrainer {
  private static final int CLASSES = CharacterClass.values().length;
  private static final int WORST = 125;
  private static final int NEW_SCRIPT = 35;

  /** What Cantonese is written with and the texts hold too little of. */
  private static final String CANTONESE = "佢哋唔嚟喺咗嘅冇啲嗰咁乜嘢俾畀睇噉諗攞搵嗌瞓嘥攰靚嘞喎啦啩";

  private final double[] counts = new double[0x10000];
  private final double[][] steps = new double[CLASSES][CLASSES];

  public static void main(String[] args) throws IOException {
    SoundTextTrainer trainer = new SoundTextTrainer();
    trainer.readAll(Path.of(args[1]));
    trainer.weighByCharacterSets();
    trainer.write(Path.of(args[0]));
  }

  private void readAll(Path folder) throws IOException {
    List<Path> sets = new ArrayList<>();
    try (Stream<Path> entries = Files.list(folder)) {
      entries.filter(set -> Files.exists(set.resolve("gold.json"))).sorted().forEach(sets::add);
    }
    for (Path set : sets) {
      JsonNode gold = JsonMapper.shared().readTree(Files.readString(set.resolve("gold.json")));
      for (JsonNode page : gold.values()) {
        count(page.path("articleBody").asString(""), 1);
      }
      try (Stream<Path> pages = Files.list(set.resolve("html"))) {
        for (Path page : pages.sorted().toList()) {
          countPage(page);
        }
      }
    }
  }

  /** Only for its Chinese, Japanese and Korean, of which the clean texts hold little. */
  private void countPage(Path page) throws IOException {
    byte[] bytes = Files.readAllBytes(page);
    if (page.toString().endsWith(".gz")) {
      try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
        bytes = in.readAllBytes();
      }
    }
    String text = Jsoup.parse(new String(bytes, StandardCharsets.UTF_8)).wholeText();
    if (text.chars().filter(c -> c >= 0x3000 && c < 0xE000).count() * 5 > text.length()) {
      count(text, 0.5);
    }
  }

  private void count(String text, double weight) {
    for (String line : text.split("\n")) {
      if (line.isBlank() || line.chars().anyMatch(c -> c == 0xFFFD || c >= 0x80 && c < 0xA0)) {
        continue;
      }
      countLine(line, weight);
      if (line.chars().filter(c -> c >= 0x4E00 && c < 0xA000).count() * 2 > line.length()
          && line.chars().noneMatch(c -> c >= 0x3040 && c < 0x3100)) {
        countLine(ZhConverterUtil.toTraditional(line), weight * 0.7);
      }
    }
  }

  private void countLine(String line, double weight) {
    int last = CharacterClass.BREAK.ordinal();
    for (char c : (line + "\n").toCharArray()) {
      if (Character.isSurrogate(c)) {
        continue;
      }
      int now = CharacterClass.of(c).ordinal();
      counts[c] += weight;
      steps[last][now] += weight;
      last = now;
    }
  }

  private void weighByCharacterSets() {
    level("GB2312", 0xB0, 0xD7, 0xA1, 0xFE, 1.2);
    level("GB2312", 0xD8, 0xF7, 0xA1, 0xFE, 0.06);
    level("Big5", 0xA4, 0xC6, 0x40, 0xFE, 0.6);
    level("Big5", 0xC9, 0xF9, 0x40, 0xFE, 0.01);
    level("EUC-JP", 0xB0, 0xCF, 0xA1, 0xFE, 0.3);
    level("EUC-JP", 0xD0, 0xF4, 0xA1, 0xFE, 0.005);
    level("EUC-KR", 0xB0, 0xC8, 0xA1, 0xFE, 1.5);
    CANTONESE.chars().forEach(c -> counts[c] += 4);
    for (char space : "\u00A0\u3000\u2009\u202F".toCharArray()) {
      counts[space] += counts[' '] * 0.02;
    }
    for (int c = 0x80; c < 0x10000; c++) {
      CharacterClass of = CharacterClass.of(c);
      if (of != CharacterClass.BAD) {
        counts[c] += of == CharacterClass.HAN || of == CharacterClass.HANGUL ? 0.004 : 0.2;
      }
    }
  }

  private void level(
      String charset, int firstRow, int lastRow, int first, int last, double weight) {
    for (int row = firstRow; row <= lastRow; row++) {
      for (int cell = first; cell <= last; cell++) {
        String s = new String(new byte[] {(byte) row, (byte) cell}, Charset.forName(charset));
        if (s.length() == 1 && Character.isLetter(s.charAt(0))) {
          counts[s.charAt(0)] += weight;
        }
      }
    }
  }

  private void write(Path target) throws IOException {
    double[] totals = new double[CLASSES];
    for (int c = 0; c < 0x10000; c++) {
      totals[CharacterClass.of(c).ordinal()] += counts[c];
    }
    try (PrintWriter out = new PrintWriter(target.toFile(), StandardCharsets.UTF_8)) {
      out.print(HEADER);
      writeSteps(out);
      Map<Integer, StringBuilder> byCost = new TreeMap<>();
      int[] rarest = new int[CLASSES];
      int[] cost = new int[0x10000];
      for (int c = 0; c < 0x10000; c++) {
        int of = CharacterClass.of(c).ordinal();
        cost[c] =
            of == CharacterClass.BAD.ordinal()
                ? WORST
                : tenths((counts[c] + 1e-4) / (totals[of] + 1));
        rarest[of] = Math.max(rarest[of], cost[c]);
      }
      for (CharacterClass of : CharacterClass.values()) {
        out.println("other " + of + " " + rarest[of.ordinal()]);
      }
      for (int c = ' '; c < 0x10000; c++) {
        if (cost[c] < rarest[CharacterClass.of(c).ordinal()] && c != 0x2028) {
          byCost.computeIfAbsent(cost[c], any -> new StringBuilder()).append((char) c);
        }
      }
      byCost.forEach((value, characters) -> out.println("char " + value + " " + characters));
    }
  }

  private void writeSteps(PrintWriter out) {
    double[] everywhere = new double[CLASSES];
    for (double[] row : steps) {
      for (int to = 0; to < CLASSES; to++) {
        everywhere[to] += row[to] > 0 ? 1 : 0.3;
      }
    }
    double sum = Arrays.stream(everywhere).sum();
    for (CharacterClass from : CharacterClass.values()) {
      double[] row = steps[from.ordinal()];
      double total = Arrays.stream(row).sum() + 40;
      StringBuilder line = new StringBuilder("step " + from);
      for (CharacterClass to : CharacterClass.values()) {
        double prior = 40 * 0.3 * everywhere[to.ordinal()] / sum;
        prior += to == from ? 40 * 0.5 : to == CharacterClass.BREAK ? 40 * 0.2 : 0;
        int step = tenths((row[to.ordinal()] + prior) / total);
        step = startsWord(from) && isScript(to) ? Math.min(step, NEW_SCRIPT) : step;
        line.append(' ').append(to == CharacterClass.BAD ? 90 : step);
      }
      out.println(line);
    }
  }

  /**
   * A word of another script may begin anywhere; that most of the texts are English says nothing
   * about the text in hand.
   */
  private static boolean startsWord(CharacterClass from) {
    return switch (from) {
      case BREAK, PUNCTUATION, TYPOGRAPHY, CJK_PUNCTUATION, DIGIT -> true;
      default -> false;
    };
  }

  private static boolean isScript(CharacterClass to) {
    return switch (to) {
      case GREEK, CYRILLIC_LOWER, CYRILLIC_UPPER, HEBREW, ARABIC, INDIC, SOUTH_EAST_ASIAN -> true;
      case OTHER_SCRIPT, HAN, HIRAGANA, KATAKANA, HANGUL, CJK_PUNCTUATION, PICTURE -> true;
      default -> false;
    };
  }

  private static int tenths(double probability) {
    return Math.clamp(Math.round(-10 * Math.log(probability)), 0, WORST);
  }

  private static final String HEADER =
      """
      # How surprising characters are in sound text, in tenths of a nat (10 * -ln p).
      # step CLASS n n n ...  what it costs that each class (in the order of CharacterClass) follows this one
      # other CLASS n         what a character of the class costs that is not listed below
      # char n CHARACTERS     what each of these costs within its class
      # Made by SoundTextTrainer (in the tests of this module) from web texts in forty languages that people
      # marked as the clean text of their page, and from the levels of the national character sets.
      # Do not edit by hand: change the trainer or its texts and run it again.
      """;
}
