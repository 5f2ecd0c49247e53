package io.onrecord.normalize.decode.train;

import com.ibm.icu.text.Transliterator;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * How common each character is in Chinese (either script), Japanese and Korean.
 *
 * <p>A mixture: running text, words by their frequency, and the tiers of the national standards (a
 * character of the first level is common even if no text at hand has it).
 */
final class CommonnessTrainer {
  private static final double TEXT = 0.55;
  private static final double WORDS = 0.35;
  private static final double TIERS = 0.10;

  private final Map<String, Double> words = WordList.read();
  private final Transliterator toTraditional = Transliterator.getInstance("Simplified-Traditional");
  private final Transliterator toSimplified = Transliterator.getInstance("Traditional-Simplified");

  /** Probability of each character, by model. */
  Map<String, Map<Integer, Double>> train(List<GoldTexts.Gold> gold) {
    Counts hans = new Counts();
    Counts hant = new Counts();
    GoldTexts.of(gold, "zh-Hans", false).forEach(t -> both(t, 1, hans, 1, hant, 0.4));
    GoldTexts.of(gold, "zh-Hant", false).forEach(t -> both(t, 1, hant, 1, hans, 0.1));
    LocaleWords.phrases("zh").forEach(t -> both(t, 1, hans, 0.1, hant, 0));
    LocaleWords.phrases("zh_Hant").forEach(t -> both(t, 1, hant, 0.1, hans, 0));
    Counts ja = new Counts();
    GoldTexts.of(gold, "ja", false).forEach(t -> ja.add(t, 1));
    LocaleWords.phrases("ja").forEach(t -> ja.add(t, 0.2));
    Counts ko = new Counts();
    GoldTexts.of(gold, "ko", false).forEach(t -> ko.add(t, 1));
    LocaleWords.phrases("ko").forEach(t -> ko.add(t, 0.2));
    Map<String, Map<Integer, Double>> models = new LinkedHashMap<>();
    models.put(
        "zh-Hans", mix(hans, dictionary("GB2312", false), tiers("GB2312", 0xB0, 0xD7, "GBK")));
    models.put(
        "zh-Hant", mix(hant, dictionary("Big5", false), tiers("Big5", 0xA4, 0xC6, "Big5-HKSCS")));
    models.put(
        "ja", mix(ja, dictionary("Shift_JIS", true), tiers("EUC-JP", 0xB0, 0xCF, "windows-31j")));
    models.put("ko", mix(ko, new Counts(), tiers("EUC-KR", 0xB0, 0xC8, "x-windows-949")));
    return models;
  }

  /** Counts a text in its own script, and converted for the other one. */
  private void both(
      String text, double weight, Counts own, double ownWeight, Counts other, double otherWeight) {
    own.add(text, weight * ownWeight);
    if (otherWeight > 0) {
      boolean simplified = toSimplified.transliterate(text).equals(text);
      other.add(
          simplified ? toTraditional.transliterate(text) : toSimplified.transliterate(text),
          weight * otherWeight);
    }
  }

  private Counts dictionary(String charset, boolean kana) {
    CharsetEncoder encodable = Charset.forName(charset).newEncoder();
    Counts counts = new Counts();
    words.forEach(
        (word, frequency) -> {
          boolean hasKana = word.codePoints().anyMatch(c -> c >= 0x3041 && c <= 0x30FF);
          String read = charset.equals("Big5") ? toTraditional.transliterate(word) : word;
          if (encodable.canEncode(read) && (kana || !hasKana)) {
            counts.add(read, kana && !hasKana ? frequency * 0.25 : frequency);
          }
        });
    return counts;
  }

  /** Level 1 of a standard, the rest of it, and what a vendor's superset adds. */
  private static Counts tiers(String standard, int firstRow, int lastRow, String superset) {
    Charset charset = Charset.forName(standard);
    CharsetEncoder wider = Charset.forName(superset).newEncoder();
    CharsetEncoder encoder = charset.newEncoder();
    Counts counts = new Counts();
    for (int c = 0xA1; c < 0xFFFF; c++) {
      if (!tellsCommonness(c) || !wider.canEncode((char) c)) {
        continue;
      }
      if (!encoder.canEncode((char) c)) {
        counts.put(c, 0.02);
        continue;
      }
      int row = String.valueOf((char) c).getBytes(charset)[0] & 0xFF;
      counts.put(c, row >= firstRow && row <= lastRow ? 1 : isIdeograph(c) ? 0.12 : 0.3);
    }
    return counts;
  }

  private static Map<Integer, Double> mix(Counts text, Counts dictionary, Counts tiers) {
    double words = dictionary.total() > 0 ? WORDS : 0;
    double textWeight = dictionary.total() > 0 ? TEXT : TEXT + WORDS;
    Map<Integer, Double> mixed = new TreeMap<>();
    for (Integer c : tiers.characters()) {
      double p =
          textWeight * text.share(c)
              + (words > 0 ? words * dictionary.share(c) : 0)
              + TIERS * tiers.share(c);
      mixed.put(c, p);
    }
    return mixed;
  }

  private static boolean isIdeograph(int c) {
    return c >= 0x3400 && c <= 0x9FFF || c >= 0xF900 && c <= 0xFAFF;
  }

  private static boolean tellsCommonness(int c) {
    return isIdeograph(c)
        || c >= 0x3000 && c <= 0x30FF
        || c >= 0xAC00 && c <= 0xD7A3
        || c >= 0x3130 && c <= 0x318F
        || c >= 0xFF01 && c <= 0xFF9F
        || c >= 0x2010 && c <= 0x2026
        || c == 0xB7;
  }

  /** Weighted counts of the characters that tell commonness. */
  private static final class Counts {
    private final Map<Integer, Double> counts = new TreeMap<>();
    private double total;

    void add(String text, double weight) {
      IntPredicate counted = CommonnessTrainer::tellsCommonness;
      text.chars().filter(counted).forEach(c -> put(c, weight));
    }

    void put(int c, double weight) {
      counts.merge(c, weight, Double::sum);
      total += weight;
    }

    double share(int c) {
      return counts.getOrDefault(c, 0.0) / total;
    }

    double total() {
      return total;
    }

    Collection<Integer> characters() {
      return counts.keySet();
    }
  }
}
