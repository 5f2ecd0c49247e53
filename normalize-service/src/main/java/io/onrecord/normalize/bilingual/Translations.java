package io.onrecord.normalize.bilingual;

import io.onrecord.normalize.text.Fold;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * Which paragraph is the translation of which. A page is bilingual when most of its prose comes in
 * pairs of neighbours in two writing systems whose lengths agree; a name or a quotation in another
 * script makes no pair.
 */
public final class Translations {
  private static final int LEAST_PAIRS = 3;
  private static final double MOSTLY = 0.6;
  private static final double FEWEST_HAN = 0.12;
  private static final double MOST_HAN = 1.6;

  private final int[] originals;
  private final boolean translatedToHan;

  private Translations(int[] originals, boolean translatedToHan) {
    this.originals = originals;
    this.translatedToHan = translatedToHan;
  }

  private enum Script {
    HAN,
    ALPHABET,
    NONE
  }

  /** The translations among these paragraphs. */
  public static Translations among(List<String> paragraphs) {
    int[] none = new int[paragraphs.size()];
    Arrays.fill(none, -1);
    if (!anyHan(paragraphs)) {
      return new Translations(none, false);
    }
    Script[] scripts = new Script[paragraphs.size()];
    int[] letters = new int[paragraphs.size()];
    int han = 0;
    int alphabet = 0;
    for (int i = 0; i < scripts.length; i++) {
      measure(paragraphs.get(i), i, scripts, letters);
      han += scripts[i] == Script.HAN ? 1 : 0;
      alphabet += scripts[i] == Script.ALPHABET ? 1 : 0;
    }
    if (Math.min(han, alphabet) < LEAST_PAIRS) {
      return new Translations(none, false);
    }
    int[] toHan = pairs(scripts, letters, Script.ALPHABET, Script.HAN);
    int[] fromHan = pairs(scripts, letters, Script.HAN, Script.ALPHABET);
    boolean better = count(toHan) >= count(fromHan);
    int[] best = better ? toHan : fromHan;
    int pairs = count(best);
    boolean bilingual = pairs >= LEAST_PAIRS && pairs >= MOSTLY * Math.max(han, alphabet);
    return new Translations(bilingual ? best : none, better);
  }

  /** Whether enough paragraphs have a Chinese character at all; those of most pages do not. */
  private static boolean anyHan(List<String> paragraphs) {
    int with = 0;
    for (int p = 0; p < paragraphs.size() && with < LEAST_PAIRS; p++) {
      String text = paragraphs.get(p);
      int i = 0;
      while (i < text.length() && !Fold.ideographic(text.charAt(i))) {
        i++;
      }
      with += i < text.length() ? 1 : 0;
    }
    return with >= LEAST_PAIRS;
  }

  private static void measure(String text, int at, Script[] scripts, int[] letters) {
    int han = 0;
    int alphabet = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        int lower = c | 0x20;
        alphabet += lower >= 'a' && lower <= 'z' ? 1 : 0;
      } else if (Fold.ideographic(c)) {
        han++;
      } else if (Character.isLetter(c)) {
        alphabet++;
      }
    }
    // A Chinese paragraph is full of foreign names: a character weighs as much as four letters.
    boolean mostlyHan = han * 4 > alphabet;
    letters[at] = mostlyHan ? han : alphabet;
    scripts[at] = letters[at] == 0 ? Script.NONE : mostlyHan ? Script.HAN : Script.ALPHABET;
  }

  private static int[] pairs(Script[] scripts, int[] letters, Script original, Script translation) {
    int[] originals = new int[scripts.length];
    Arrays.fill(originals, -1);
    int open = -1;
    for (int i = 0; i < scripts.length; i++) {
      if (scripts[i] == original) {
        open = i;
      } else if (scripts[i] == translation && open >= 0) {
        if (agree(letters[open], letters[i], original)) {
          originals[i] = open;
        }
        open = -1;
      }
    }
    return originals;
  }

  private static boolean agree(int original, int translation, Script script) {
    int han = script == Script.HAN ? original : translation;
    int alphabet = script == Script.HAN ? translation : original;
    return han >= FEWEST_HAN * alphabet - 2 && han <= MOST_HAN * alphabet + 6;
  }

  private static int count(int[] originals) {
    return (int) Arrays.stream(originals).filter(o -> o >= 0).count();
  }

  /** Whether the page is bilingual. */
  public boolean any() {
    return count(originals) > 0;
  }

  /** Whether the translations, not the originals, are written in Han characters. */
  public boolean toHan() {
    return translatedToHan;
  }

  /** The paragraph that this one translates. */
  public OptionalInt originalOf(int paragraph) {
    return originals[paragraph] < 0 ? OptionalInt.empty() : OptionalInt.of(originals[paragraph]);
  }
}
