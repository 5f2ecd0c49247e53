package io.onrecord.normalize.repair.quote;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Knows the words by which texts about damage are known, and reads lines with them. Thread-safe.
 */
public final class QuotedDamage {
  private static final String RESOURCE = "/io/onrecord/normalize/repair/damage-talk.txt";

  private final List<String> talk = load();

  /** The lines of a text, to be asked for from its beginning to its end. */
  public QuotingLines linesOf(String text) {
    return new QuotingLines(this, text);
  }

  boolean talksOfDamage(String line) {
    String lower = line.toLowerCase(Locale.ROOT);
    return talk.stream().anyMatch(lower::contains);
  }

  private static List<String> load() {
    try (InputStream in = QuotedDamage.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the class path");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE, e);
    }
  }
}
