package io.onrecord.normalize.repair.gloss;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The counts of Chinese prose at large, from {@code bigrams.txt}: a line a character, the
 * character, its count, and behind a space each character that followed it with how often it did.
 */
final class Prose {
  private static final String RESOURCE = "/io/onrecord/normalize/repair/gloss/bigrams.txt";

  private Prose() {}

  private static final class Loaded {
    static final CharacterCounts COUNTS = load();
  }

  /** Loaded at first use. */
  static CharacterCounts counts() {
    return Loaded.COUNTS;
  }

  private static CharacterCounts load() {
    CharacterCounts counts = new CharacterCounts();
    try (InputStream in =
            Objects.requireNonNull(Prose.class.getResourceAsStream(RESOURCE), RESOURCE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          read(line, counts);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + RESOURCE, e);
    }
    return counts;
  }

  private static void read(String line, CharacterCounts counts) {
    char c = line.charAt(0);
    int i = 1;
    char of = 0;
    while (i <= line.length()) {
      int from = i;
      while (i < line.length() && line.charAt(i) >= '0' && line.charAt(i) <= '9') {
        i++;
      }
      int times = from == i ? 1 : Integer.parseInt(line, from, i, 10);
      if (of == 0) {
        counts.add(c, times);
        i++;
      } else {
        counts.add(c, of, times);
      }
      if (i >= line.length()) {
        return;
      }
      of = line.charAt(i++);
    }
  }
}
