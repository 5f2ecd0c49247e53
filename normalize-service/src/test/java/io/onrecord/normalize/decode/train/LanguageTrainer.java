package io.onrecord.normalize.decode.train;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which letter follows which in a language: a matrix over its alphabet, position 0 standing for
 * everything that is no letter.
 *
 * <p>Costs are −ln of the probability, in eighths, written as one printable character each.
 */
final class LanguageTrainer {
  private static final int MOST = 92;
  private static final double PRIOR = 12;
  private static final CharsetEncoder WINDOWS_VIETNAMESE =
      Charset.forName("windows-1258").newEncoder();

  /** The lines of {@code languages.txt} for one language. */
  List<String> train(String language, String tag, Stream<String> gold) {
    String letters = alphabet(tag);
    double[][] counts = new double[letters.length() + 1][letters.length() + 1];
    List<String> phrases = LocaleWords.phrases(tag);
    phrases.forEach(p -> count(shape(language, p), letters, counts, 1));
    gold.forEach(t -> count(shape(language, t), letters, counts, 2));
    List<String> lines = new ArrayList<>();
    lines.add("= " + language + " " + letters);
    double[] all = new double[letters.length() + 1];
    for (double[] row : counts) {
      for (int c = 0; c < row.length; c++) {
        all[c] += row[c];
      }
    }
    double total = Arrays.stream(all).sum();
    for (double[] row : counts) {
      lines.add(costs(row, all, total));
    }
    return lines;
  }

  /** Letters of the language as CLDR has them, with the Latin ones that names bring along. */
  private static String alphabet(String tag) {
    Set<Integer> letters = new TreeSet<>(LocaleWords.alphabet(tag));
    boolean latin = letters.contains((int) 'a');
    if (latin) {
      "abcdefghijklmnopqrstuvwxyz".chars().forEach(letters::add);
    }
    letters.removeIf(c -> !isLetter(c) || c > 0xFFFF);
    letters.removeIf(c -> latin && Character.getType(c) == Character.NON_SPACING_MARK);
    if (tag.equals("ro")) {
      // Before Unicode 3.0, and in every eight-bit encoding but one, with cedilla instead of comma.
      letters.add((int) 'ş');
      letters.add((int) 'ţ');
    }
    if (tag.startsWith("vi")) {
      "\u0300\u0301\u0303\u0309\u0323".chars().forEach(letters::add);
      letters.removeIf(c -> !WINDOWS_VIETNAMESE.canEncode((char) c.intValue()));
    }
    StringBuilder alphabet = new StringBuilder();
    letters.forEach(alphabet::appendCodePoint);
    return alphabet.toString();
  }

  private static void count(String text, String letters, double[][] counts, double weight) {
    int previous = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? Character.toLowerCase(text.charAt(i)) : ' ';
      int at = letters.indexOf(c) + 1;
      if (previous + at > 0) {
        counts[previous][at] += weight;
      }
      previous = at;
    }
  }

  private static String costs(double[] row, double[] all, double total) {
    double seen = Arrays.stream(row).sum();
    StringBuilder line = new StringBuilder(":");
    for (int c = 0; c < row.length; c++) {
      double general = (all[c] + 0.5) / (total + row.length * 0.5);
      double p = (row[c] + PRIOR * general) / (seen + PRIOR);
      line.append((char) ('!' + Math.min(MOST, Math.round(-8 * Math.log(p)))));
    }
    return line.toString();
  }

  /**
   * Vietnamese is written with combining tone marks in its Windows encoding; Romanian has two S.
   */
  private static String shape(String language, String text) {
    if (language.equals("ro")) {
      return text
          + ' '
          + text.replace('ș', 'ş').replace('ț', 'ţ').replace('Ș', 'Ş').replace('Ț', 'Ţ');
    }
    if (!language.equals("vi")) {
      return text;
    }
    StringBuilder apart = new StringBuilder();
    StringBuilder composed = new StringBuilder();
    for (char c : Normalizer.normalize(text, Normalizer.Form.NFC).toCharArray()) {
      boolean precomposed = !WINDOWS_VIETNAMESE.canEncode(c);
      composed.append(precomposed ? toned(c) : String.valueOf(c));
      apart.append(toned(c));
    }
    return composed + " " + apart;
  }

  private static String toned(char c) {
    String apart = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
    int tone = -1;
    for (int i = 1; i < apart.length(); i++) {
      tone = "\u0300\u0301\u0303\u0309\u0323".indexOf(apart.charAt(i)) >= 0 ? i : tone;
    }
    if (tone < 0) {
      return String.valueOf(c);
    }
    String base = apart.substring(0, tone) + apart.substring(tone + 1);
    return Normalizer.normalize(base, Normalizer.Form.NFC) + apart.charAt(tone);
  }

  static boolean isLetter(int c) {
    return c != 'ª'
        && c != 'º'
        && (Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK);
  }
}
