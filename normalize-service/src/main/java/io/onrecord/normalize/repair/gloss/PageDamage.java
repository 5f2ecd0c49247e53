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
  private static final int SAMPLE = 16;
  private static final int ROUNDS = 2;
  private static final double MOST_MISSING = 0.02;

  private final List<String> lines;
  private final boolean swallows;
  private Learned learned;
  private PageCounts page = new PageCounts();

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
    return new ShiftUndo(charset, learned, swallows, new ContextModel(page, Prose.get()));
  }

  private LegacyCharset charset() {
    List<LegacyCharset> able = LegacyCharset.ALL.stream().filter(this::canWrite).toList();
    if (able.size() < 2) {
      return able.isEmpty() ? LegacyCharset.GBK : able.get(0);
    }
    List<String> damaged = lines.stream().filter(this::mayBeDamaged).limit(SAMPLE).toList();
    Map<LegacyCharset, Double> scores = new LinkedHashMap<>();
    for (LegacyCharset charset : able) {
      ShiftUndo undo = undo(charset);
      scores.put(charset, damaged.stream().mapToDouble(l -> undo.read(l).score()).sum());
    }
    return scores.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }

  /** A page in simplified script cannot have been damaged in Big5. */
  private boolean canWrite(LegacyCharset charset) {
    int all = 0;
    int missing = 0;
    for (String line : lines) {
      for (int i = 0; i < line.length(); i++) {
        if (Han.is(line.charAt(i))) {
          all++;
          missing += charset.pair(line.charAt(i)) == 0 ? 1 : 0;
        }
      }
    }
    return missing <= all * MOST_MISSING;
  }

  private boolean mayBeDamaged(String line) {
    return BrokenGlosses.mayBeIn(line)
        || LegacyCharset.ALL.stream()
            .anyMatch(charset -> new HiddenGlosses(learned.table().form(), charset).areIn(line));
  }

  /** Reads the page once; the glosses found and the text restored make the next reading better. */
  private boolean learnMore(LegacyCharset charset) {
    ShiftUndo undo = undo(charset);
    PageCounts restored = new PageCounts();
    GlossEvidence left = new GlossEvidence(learned.table().form());
    Map<Found, Integer> votes = new LinkedHashMap<>();
    for (String line : lines) {
      Reading reading = undo.read(line);
      restored.add(PageText.soundStart(reading.sure()));
      left.add(reading.sure());
      reading.found().forEach(f -> votes.merge(f, 1, Integer::sum));
    }
    page = restored;
    SortedMap<Character, String> found = elected(votes, charset);
    found.putAll(left.alwaysGlossed());
    GlossTable table = learned.table().and(found);
    boolean more = table.readings().size() > learned.table().readings().size();
    learned = new Learned(table, left.neverGlossed(table));
    return more;
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
