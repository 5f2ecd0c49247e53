package io.onrecord.normalize.repair.gloss;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;

/**
 * One way in which a page of the kind can be damaged.
 *
 * @param glossed how many characters the table has
 * @param simplified whether the page is in simplified script
 * @param halfWidth whether its commas and colons are ASCII
 * @param twice whether full-width signs were replaced afterwards
 */
record Variant(
    String encoding,
    ReadingStyle style,
    Brackets brackets,
    GlossDamage.Decoder decoder,
    int glossed,
    boolean simplified,
    boolean halfWidth,
    boolean twice,
    long seed) {

  private static final String PAGES = "/fixtures/repair/gloss/pages.txt";

  /** A damaged line and what it was. */
  record Line(String damaged, String clean) {}

  static Variant of(
      String encoding, ReadingStyle style, Brackets brackets, GlossDamage.Decoder decoder) {
    return new Variant(encoding, style, brackets, decoder, 99, false, true, false, 1);
  }

  Variant glossing(int characters) {
    return new Variant(
        encoding, style, brackets, decoder, characters, simplified, halfWidth, twice, seed);
  }

  Variant inSimplified() {
    return new Variant(encoding, style, brackets, decoder, glossed, true, halfWidth, twice, seed);
  }

  Variant withFullWidthSigns() {
    return new Variant(encoding, style, brackets, decoder, glossed, simplified, false, twice, seed);
  }

  Variant damagedTwice() {
    return new Variant(
        encoding, style, brackets, decoder, glossed, simplified, halfWidth, true, seed);
  }

  Variant seeded(long other) {
    return new Variant(
        encoding, style, brackets, decoder, glossed, simplified, halfWidth, twice, other);
  }

  /** The pages of the fixture as one damaged page. */
  List<Line> lines() {
    return damaged(pages());
  }

  List<Line> damaged(List<String> sound) {
    Charset charset = Charset.forName(encoding);
    List<String> clean = sound.stream().map(this::written).toList();
    GlossDamage damage = new GlossDamage(charset, decoder, brackets, table(clean, charset));
    return clean.stream()
        .map(line -> new Line(twice ? damage.damageTwice(line) : damage.damage(line), line))
        .toList();
  }

  /** Of the lines of a page, the share that come back as they were. */
  double shareRight() {
    List<Line> lines = lines();
    GlossRepair repair = GlossRepair.learnedFrom(lines.stream().map(Line::damaged).toList());
    long right =
        lines.stream()
            .filter(l -> folded(repair.repair(l.damaged()).text()).equals(folded(l.clean())))
            .count();
    return right / (double) lines.size();
  }

  private String written(String line) {
    String text = simplified ? ZhConverterUtil.toSimple(line).replace("牠", "它") : line;
    return halfWidth ? text.replace('，', ',').replace('：', ':').replace('；', ';') : text;
  }

  /** Common and rare characters, taken at random, each with a reading of its own. */
  private Map<Character, String> table(List<String> lines, Charset charset) {
    Random random = new Random(seed);
    List<Character> characters = new ArrayList<>(characters(lines));
    characters.removeIf(c -> String.valueOf(c).getBytes(charset).length != 2);
    Collections.shuffle(characters, random);
    Map<Character, String> table = new TreeMap<>();
    for (char c : characters.subList(0, Math.min(glossed, characters.size()))) {
      table.put(c, reading(random, charset));
    }
    return table;
  }

  /** Some encodings lack a tone: who put the readings there could not write those that have it. */
  private String reading(Random random, Charset charset) {
    CharsetEncoder encoder = charset.newEncoder();
    String reading = SyllableMaker.syllable(style, random);
    for (int tries = 0; tries < 100 && !encoder.canEncode(reading); tries++) {
      reading = SyllableMaker.syllable(style, random);
    }
    return reading;
  }

  private static List<Character> characters(List<String> lines) {
    Map<Character, Integer> times = new TreeMap<>();
    for (String line : lines) {
      for (char c : line.toCharArray()) {
        if (Han.is(c)) {
          times.merge(c, 1, Integer::sum);
        }
      }
    }
    return times.entrySet().stream().filter(e -> e.getValue() > 1).map(Map.Entry::getKey).toList();
  }

  static List<String> pages() {
    try (InputStream in = Objects.requireNonNull(Variant.class.getResourceAsStream(PAGES), PAGES)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(l -> !l.isEmpty() && !l.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s+", "");
  }

  @Override
  public String toString() {
    return "%s %s %s %s %d %s %s%s #%d"
        .formatted(
            encoding,
            style,
            brackets,
            decoder,
            glossed,
            simplified ? "simplified" : "traditional",
            halfWidth ? "half-width" : "full-width",
            twice ? " twice" : "",
            seed);
  }
}
