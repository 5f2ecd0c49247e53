package io.onrecord.normalize.repair.punctuation;

import io.onrecord.normalize.repair.step.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Full-width punctuation that a converter (a normalizer of widths, a crawler, a forum's filter)
 * turned into ASCII all over a page: {@code 雨停了,我们出发.} was {@code 雨停了，我们出发。}
 *
 * <p>The page is the unit: a single sign does not tell who wrote it. Japanese is left alone, its
 * authors use half-width signs on purpose. Thread-safe.
 */
public final class HalfWidthSigns {
  private static final String KIND = "half-width-punctuation";
  private static final int AROUND = 12;
  private static final Pattern FENCE = Pattern.compile("^ {0,3}(?:```|~~~)");

  /**
   * The texts of one page with their punctuation restored, each as long as it was; the same list
   * when the page was not converted.
   *
   * @param texts the text of the page in its order, without its code
   */
  public List<String> restore(List<String> texts, Ledger ledger) {
    if (!PageHabit.mayBeConverted(texts)) {
      return texts;
    }
    List<String> restored = restored(texts);
    if (!PageHabit.of(texts, restored).isConverted()) {
      return texts;
    }
    for (int i = 0; i < texts.size(); i++) {
      note(texts.get(i), restored.get(i), ledger);
    }
    return restored;
  }

  /** A text beside those of a page that was converted: its title, its description. */
  public String restoreBeside(String text) {
    return Stream.of(text.split("\n", -1))
        .map(SignRestorer::restored)
        .collect(Collectors.joining("\n"));
  }

  /** All lines but those between code fences. */
  private static List<String> restored(List<String> texts) {
    List<String> restored = new ArrayList<>();
    boolean fenced = false;
    for (String text : texts) {
      String[] lines = text.split("\n", -1);
      for (int i = 0; i < lines.length; i++) {
        fenced ^= FENCE.matcher(lines[i]).find();
        lines[i] = fenced ? lines[i] : SignRestorer.restored(lines[i]);
      }
      restored.add(String.join("\n", lines));
    }
    return restored;
  }

  private static void note(String before, String after, Ledger ledger) {
    int count = 0;
    int first = -1;
    for (int i = 0; i < before.length(); i++) {
      if (before.charAt(i) != after.charAt(i)) {
        first = count++ == 0 ? i : first;
      }
    }
    if (count > 0) {
      int from =
          before.offsetByCodePoints(first, -Math.min(AROUND, before.codePointCount(0, first)));
      int rest = before.codePointCount(first, before.length());
      int to = before.offsetByCodePoints(first, Math.min(AROUND, rest));
      ledger.add(KIND, count, before.substring(from, to), after.substring(from, to));
    }
  }
}
