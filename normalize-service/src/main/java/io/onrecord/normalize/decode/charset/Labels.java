package io.onrecord.normalize.decode.charset;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The encoding that a label means: {@code latin1} is windows-1252, {@code gb2312} is GBK. */
public final class Labels {
  private static final Map<String, String> NAMES = read();

  private Labels() {}

  /** The name of the encoding that the label stands for; the label may be in any case. */
  public static Optional<String> name(String label) {
    return Optional.ofNullable(NAMES.get(label.strip().toLowerCase(Locale.ROOT)));
  }

  /** Every encoding that has a label, in alphabetical order. */
  public static Set<String> encodings() {
    return new TreeSet<>(NAMES.values());
  }

  private static Map<String, String> read() {
    Map<String, String> names = new HashMap<>();
    for (String line : ResourceLines.of("labels.txt")) {
      int colon = line.indexOf(": ");
      String name = line.substring(0, colon);
      for (String label : line.substring(colon + 2).split(" ")) {
        if (names.put(label, name) != null) {
          throw new IllegalStateException("labels.txt has the label " + label + " twice");
        }
      }
    }
    return Map.copyOf(names);
  }
}
