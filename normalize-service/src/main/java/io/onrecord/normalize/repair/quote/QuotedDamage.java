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
 * Tells damage that is quoted from damage that happened.
 *
 * <p>A place is quoted if typographic quotation marks that are themselves sound enclose it; or if
 * plain quotation marks, brackets or code marks do and the line talks about encodings or shows the
 * sound form as well; or if the line does both. Thread-safe.
 */
public final class QuotedDamage {
  private static final String RESOURCE = "/io/onrecord/normalize/repair/damage-talk.txt";
  private static final String CERTAIN = "“”‘’「」『』«»‹›„“《》";
  private static final String PLAIN = "\"\"''``()（）[]<>";

  private final List<String> talk = load();

  /**
   * Whether the characters of a line from {@code from} to {@code to} are meant to be as they are.
   *
   * @param repaired what they would become
   */
  public boolean is(String line, int from, int to, String repaired) {
    int left = wordStart(line, from);
    int right = wordEnd(line, to);
    if (enclosed(line, left, right, CERTAIN)) {
      return true;
    }
    String word = line.substring(left, from) + repaired + line.substring(to, right);
    boolean shown = appears(line, left, right, word);
    if (enclosed(line, left, right, PLAIN)) {
      return shown || talksOfDamage(line);
    }
    return shown && talksOfDamage(line);
  }

  /** Whether the line talks about damaged text, encodings or escapes. */
  public boolean talksOfDamage(String line) {
    String lower = line.toLowerCase(Locale.ROOT);
    return talk.stream().anyMatch(lower::contains);
  }

  private static boolean appears(String line, int left, int right, String word) {
    int place = line.indexOf(word);
    while (place >= 0 && place < right && place + word.length() > left) {
      place = line.indexOf(word, place + 1);
    }
    return place >= 0 && !word.isBlank();
  }

  private static int wordStart(String line, int from) {
    int at = from;
    while (at > 0 && isWord(line.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  private static int wordEnd(String line, int to) {
    int at = to;
    while (at < line.length() && isWord(line.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isWord(char c) {
    return c < 0x80 && Character.isLetterOrDigit(c);
  }

  private static boolean enclosed(String line, int left, int right, String marks) {
    if (left == 0 || right >= line.length()) {
      return false;
    }
    for (int i = 0; i < marks.length(); i += 2) {
      if (line.charAt(left - 1) == marks.charAt(i) && line.charAt(right) == marks.charAt(i + 1)) {
        return true;
      }
    }
    return false;
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
