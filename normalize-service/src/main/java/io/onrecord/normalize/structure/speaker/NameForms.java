package io.onrecord.normalize.structure.speaker;

import io.onrecord.normalize.text.Fold;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether two spellings can name one person: "Lopez", "Maria Lopez", "ML", "马丽亚·洛佩斯". Every name of
 * a page is compared with every other, so that the parts of each are kept. For one page, not
 * thread-safe.
 */
final class NameForms {
  private static final Pattern PARTS = Pattern.compile("[\\s·•・．.]+");
  private static final Pattern TITLE =
      Pattern.compile("^(?:Dr|Mr|Mrs|Ms|Prof|Professor|Sen|Rep|Gov|Sir|Dame|Rev)\\.? ");
  private static final Pattern SPACED = Pattern.compile("[.\\s]");
  private static final int MOST_INITIALS = 4;

  private final Map<String, List<String>> known = new HashMap<>();

  /** The parts of a name, folded. */
  List<String> parts(String name) {
    return known.computeIfAbsent(name, NameForms::split);
  }

  private static List<String> split(String name) {
    String bare = TITLE.matcher(name.strip()).replaceFirst("");
    return Arrays.stream(PARTS.split(Fold.fold(bare).replace('·', ' ').replace('.', ' ').strip()))
        .filter(p -> !p.isEmpty())
        .toList();
  }

  /** Whether the short name is part of the long one. */
  boolean contains(String longer, String shorter) {
    List<String> all = parts(longer);
    List<String> some = parts(shorter);
    if (some.isEmpty() || some.size() >= all.size()) {
      return false;
    }
    Set<String> whole = new HashSet<>(all);
    return some.size() < whole.size() && whole.containsAll(some);
  }

  /** Whether the short name is the initials of the long one. */
  boolean initials(String name, String shorter) {
    List<String> parts = parts(name);
    if (parts.size() < 2 || parts.size() > MOST_INITIALS) {
      return false;
    }
    String letters = SPACED.matcher(shorter).replaceAll("");
    if (parts.size() != letters.length() || !letters.equals(letters.toUpperCase(Locale.ROOT))) {
      return false;
    }
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).charAt(0) != Character.toLowerCase(letters.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  boolean same(String a, String b) {
    return parts(a).equals(parts(b));
  }
}
