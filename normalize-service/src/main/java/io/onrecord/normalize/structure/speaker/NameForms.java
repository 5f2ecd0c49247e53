package io.onrecord.normalize.structure.speaker;

import io.onrecord.normalize.text.Fold;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether two spellings can name one person: "Lopez", "Maria Lopez", "ML", "马丽亚·洛佩斯". */
final class NameForms {
  private static final Pattern PARTS = Pattern.compile("[\\s·•・．.]+");
  private static final Pattern TITLE =
      Pattern.compile("^(?:Dr|Mr|Mrs|Ms|Prof|Professor|Sen|Rep|Gov|Sir|Dame|Rev)\\.? ");
  private static final int MOST_INITIALS = 4;

  private NameForms() {}

  /** The parts of a name, folded. */
  static List<String> parts(String name) {
    String bare = TITLE.matcher(name.strip()).replaceFirst("");
    return Arrays.stream(PARTS.split(Fold.fold(bare).replace('·', ' ').replace('.', ' ').strip()))
        .filter(p -> !p.isEmpty())
        .toList();
  }

  /** Whether the short name is part of the long one. */
  static boolean contains(String longer, String shorter) {
    Set<String> whole = new HashSet<>(parts(longer));
    List<String> some = parts(shorter);
    return !some.isEmpty() && some.size() < whole.size() && whole.containsAll(some);
  }

  /** Whether the short name is the initials of the long one. */
  static boolean initials(String name, String shorter) {
    String letters = shorter.replaceAll("[.\\s]", "");
    List<String> parts = parts(name);
    if (letters.length() < 2
        || letters.length() > MOST_INITIALS
        || parts.size() != letters.length()
        || !letters.equals(letters.toUpperCase(Locale.ROOT))) {
      return false;
    }
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).charAt(0) != Character.toLowerCase(letters.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  static boolean same(String a, String b) {
    return parts(a).equals(parts(b));
  }
}
