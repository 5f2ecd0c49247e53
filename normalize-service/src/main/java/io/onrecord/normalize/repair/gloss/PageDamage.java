package io.onrecord.normalize.repair.gloss;

import io.onrecord.normalize.repair.gloss.GlossLearner.Learned;
import io.onrecord.normalize.repair.gloss.Reading.Found;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds out how a page was damaged, by trying: in which encoding, with which decoder, and which
 * characters have glosses that never stand where a character ends. What explains the page best is
 * what happened to it.
 */
final class PageDamage {
  private static final int SAMPLE = 40;
  private static final int ROUNDS = 3;

  private final List<String> lines;
  private final boolean swallows;
  private Learned learned;
  private CharacterCounts page = new CharacterCounts();

  private PageDamage(List<String> lines, Learned learned) {
    this.lines = lines;
    this.learned = learned;
    this.swallows = BrokenGlosses.areSwallowed(lines, learned.table().form());
    PageText.soundParts(lines, learned.table()).forEach(page::add);
  }

  /** What to do with every line of the page whose lines these are. */
  static ShiftUndo of(List<String> lines, Learned learned) {
    PageDamage damage = new PageDamage(lines, learned);
    LegacyCharset charset = damage.charset();
    for (int round = 0; round < ROUNDS && damage.learnMore(charset); round++) {}
    return damage.undo(charset);
  }

  private ShiftUndo undo(LegacyCharset charset) {
    BigramModel model = new BigramModel(page, Prose.counts());
    return new ShiftUndo(charset, learned, swallows, model);
  }

  private LegacyCharset charset() {
    List<String> damaged =
        lines.stream().filter(l -> BrokenGlosses.mayBeIn(l)).limit(SAMPLE).toList();
    Map<LegacyCharset, Double> scores = new LinkedHashMap<>();
    for (LegacyCharset charset : LegacyCharset.ALL) {
      ShiftUndo undo = undo(charset);
      scores.put(charset, damaged.stream().mapToDouble(l -> undo.read(l).score()).sum());
    }
    return scores.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }

  /** Reads the page once; the glosses found and the text restored make the next reading better. */
  private boolean learnMore(LegacyCharset charset) {
    ShiftUndo undo = undo(charset);
    CharacterCounts restored = new CharacterCounts();
    Map<Found, Integer> votes = new LinkedHashMap<>();
    for (String line : lines) {
      Reading reading = undo.read(line);
      restored.add(PageText.soundStart(reading.text()));
      reading.found().forEach(f -> votes.merge(f, 1, Integer::sum));
    }
    page = restored;
    SortedMap<Character, String> found = elected(votes, charset);
    learned = new Learned(learned.table().and(found), learned.neverGlossed());
    return !found.isEmpty();
  }

  /** Of the characters that one reading was found for, with one lead byte, the one found most. */
  private static SortedMap<Character, String> elected(
      Map<Found, Integer> votes, LegacyCharset charset) {
    record Seat(String reading, int lead) {}
    Map<Seat, Map.Entry<Found, Integer>> best = new LinkedHashMap<>();
    votes.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .forEach(
            vote -> {
              Found f = vote.getKey();
              int lead = charset.pair(f.character()) >> 8;
              best.putIfAbsent(new Seat(f.reading(), lead), vote);
            });
    SortedMap<Character, String> found = new TreeMap<>();
    best.values().forEach(v -> found.put(v.getKey().character(), v.getKey().reading()));
    return found;
  }
}
