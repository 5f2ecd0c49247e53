package io.onrecord.normalize.cue;

import io.onrecord.normalize.text.Fold;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table of cues and the search for all of them at once: one pass for the keys of every cue, then
 * the patterns of those whose key occurs. Immutable and thread-safe.
 *
 * <p>A line of a table is {@code id TAB role TAB key|key TAB pattern TAB example}; {@code #} begins
 * a comment; a pattern of {@code =} means the keys themselves; a key of {@code *} means that the
 * pattern is tried on every text, {@code *han} on every text with a Chinese character.
 */
public final class CueTable {
  private static final int COLUMNS = 5;
  private static final String ALWAYS = "*";
  private static final String CHINESE = "*han";

  private final List<Cue> cues;
  private final Keywords keywords;
  private final BitSet always = new BitSet();
  private final BitSet chinese = new BitSet();

  private CueTable(List<Cue> cues) {
    this.cues = List.copyOf(cues);
    this.keywords = new Keywords();
    for (int i = 0; i < cues.size(); i++) {
      for (String key : cues.get(i).keys()) {
        if (key.equals(ALWAYS)) {
          always.set(i);
        } else if (key.equals(CHINESE)) {
          chinese.set(i);
        } else {
          keywords.add(key, i);
        }
      }
    }
  }

  /** A place where a cue occurs: from (inclusive) to (exclusive) in the folded text. */
  public record Hit(Cue cue, int from, int to) {}

  /** The table of that name. */
  public static CueTable load(String name) {
    String path = "/io/onrecord/normalize/cue/" + name + ".tsv";
    try (InputStream in = CueTable.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalArgumentException("no table " + path);
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      List<Cue> cues = new ArrayList<>();
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank() && !line.startsWith("#")) {
          cues.add(cue(line, path, number));
        }
      }
      return new CueTable(cues);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Cue cue(String line, String path, int number) {
    String[] columns = line.split("\t", -1);
    if (columns.length != COLUMNS) {
      throw new IllegalArgumentException(
          "%s:%d: %d columns, expected %d (id, role, keys, pattern, example)"
              .formatted(path, number, columns.length, COLUMNS));
    }
    List<String> keys = new ArrayList<>();
    for (String key : columns[2].split("\\|")) {
      keys.add(key.startsWith(ALWAYS) ? key : Fold.fold(key));
    }
    String pattern = columns[3];
    if (pattern.equals("=")) {
      pattern = String.join("|", keys.stream().map(Pattern::quote).toList());
    }
    return new Cue(
        columns[0],
        columns[1],
        keys,
        Pattern.compile(Fold.foldScript(pattern), Pattern.UNICODE_CHARACTER_CLASS),
        columns[4]);
  }

  /** Every cue, in the table's order. */
  public List<Cue> cues() {
    return cues;
  }

  /** Whether any key occurs: cheap, and no means that nothing can be found. */
  public boolean mayOccurIn(String folded) {
    return !always.isEmpty() || !chinese.isEmpty() || keywords.anyIn(folded);
  }

  /** The table of only the cues of these roles, to ask first where the others wait for them. */
  public CueTable only(String... roles) {
    List<String> wanted = List.of(roles);
    return new CueTable(cues.stream().filter(cue -> wanted.contains(cue.role())).toList());
  }

  /** Whether any cue of a role occurs. */
  public boolean says(String folded, String role) {
    BitSet candidates = candidates(folded);
    for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
      Cue cue = cues.get(i);
      if (cue.role().equals(role) && cue.pattern().matcher(folded).find()) {
        return true;
      }
    }
    return false;
  }

  /** The first place of each cue that occurs, in the table's order. */
  public List<Hit> find(String folded) {
    BitSet candidates = candidates(folded);
    if (candidates.isEmpty()) {
      return List.of();
    }
    List<Hit> hits = new ArrayList<>();
    for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
      Matcher matcher = cues.get(i).pattern().matcher(folded);
      if (matcher.find()) {
        hits.add(new Hit(cues.get(i), matcher.start(), matcher.end()));
      }
    }
    return hits;
  }

  /** The cues of which a key occurs; not to be changed. */
  private BitSet candidates(String folded) {
    BitSet candidates = keywords.find(folded);
    boolean han = !chinese.isEmpty() && hasChinese(folded);
    if (candidates == null && !han) {
      return always;
    }
    candidates = candidates == null ? new BitSet() : candidates;
    candidates.or(always);
    if (han) {
      candidates.or(chinese);
    }
    return candidates;
  }

  private static boolean hasChinese(String folded) {
    for (int i = 0; i < folded.length(); i++) {
      if (Fold.ideographic(folded.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
