package io.onrecord.script;

import com.github.houbb.opencc4j.constant.AppConstant;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Which characters are forms of each other: the connected sets of OpenCC's character tables (both
 * directions, Taiwan and Hong Kong) and of our own list, each with one representative.
 *
 * <p>The tables are read from opencc4j's jar as the plain text that they are: its own front door
 * loads phrase tables and segmenters, which take a second and which a folding does not need.
 */
final class Variants {
  /** The first code point that can have another form: CJK Extension A. */
  static final int FIRST = 0x3400;

  private static final List<String> OPENCC =
      List.of("TSCharacters.txt", "STCharacters.txt", "TWVariants.txt", "HKVariants.txt");

  /** Indexed by code point minus {@link #FIRST}; 0 where the character stands for itself. */
  private final char[] basicPlane;

  private final Map<Integer, Integer> supplementary;

  private Variants(char[] basicPlane, Map<Integer, Integer> supplementary) {
    this.basicPlane = basicPlane;
    this.supplementary = Map.copyOf(supplementary);
  }

  int representative(int codePoint) {
    if (codePoint > Character.MAX_VALUE) {
      return supplementary.getOrDefault(codePoint, codePoint);
    }
    char representative = basicPlane[codePoint - FIRST];
    return representative == 0 ? codePoint : representative;
  }

  static Variants load() {
    Sets sets = new Sets();
    for (String table : OPENCC) {
      lines(AppConstant.class, "/data/dictionary/" + table, sets::add);
    }
    lines(Variants.class, "more-variants.tsv", sets::add);

    char[] basicPlane = new char[Character.MAX_VALUE + 1 - FIRST];
    Map<Integer, Integer> supplementary = new TreeMap<>();
    for (List<Integer> forms : sets.all()) {
      int representative = sets.representativeOf(forms);
      for (int form : forms) {
        if (form > Character.MAX_VALUE) {
          supplementary.put(form, representative);
        } else if (form >= FIRST) {
          basicPlane[form - FIRST] = (char) representative;
        }
      }
    }
    return new Variants(basicPlane, supplementary);
  }

  private static void lines(Class<?> beside, String resource, Consumer<String> each) {
    try (InputStream in = beside.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(
            resource + " is missing beside " + beside.getName() + ": is opencc4j another version?");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && line.charAt(0) != '#') {
          each.accept(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The connected sets while they grow (union-find). */
  private static final class Sets {
    private final Map<Integer, Integer> parents = new TreeMap<>();

    /** How often a character is the first choice of a table: the common forms lead. */
    private final Map<Integer, Integer> votes = new HashMap<>();

    /** A line: a character, then the characters it may become, separated by tabs and spaces. */
    void add(String line) {
      String[] forms = line.split("[\\t ]+");
      int first = forms[0].codePointAt(0);
      for (int i = 1; i < forms.length; i++) {
        int other = forms[i].codePointAt(0);
        parents.put(root(first), root(other));
        if (i == 1) {
          votes.merge(other, 1, Integer::sum);
        }
      }
    }

    private int root(int form) {
      int root = form;
      for (int parent = parent(root); parent != root; parent = parent(root)) {
        root = parent;
      }
      return root;
    }

    private int parent(int form) {
      return parents.computeIfAbsent(form, own -> own);
    }

    List<List<Integer>> all() {
      Map<Integer, List<Integer>> byRoot = new TreeMap<>();
      for (int form : List.copyOf(parents.keySet())) {
        byRoot.computeIfAbsent(root(form), unused -> new ArrayList<>()).add(form);
      }
      return List.copyOf(byRoot.values());
    }

    /** In the basic plane if there is one (lengths stay), then the most chosen, then the lowest. */
    int representativeOf(List<Integer> forms) {
      return forms.stream()
          .min(
              Comparator.<Integer, Boolean>comparing(form -> form > Character.MAX_VALUE)
                  .thenComparing(form -> -votes.getOrDefault(form, 0))
                  .thenComparing(Comparator.naturalOrder()))
          .orElseThrow();
    }
  }
}
