package io.onrecord.normalize.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tells the languages of one writing system apart by the words of a text.
 *
 * <p>A small word speaks for each language that has it, the less the more have it; so does the
 * ending of a longer word, more quietly; a letter that only some of the languages write speaks for
 * those and against all others. Reading stops as soon as one language is far ahead, which is after
 * a dozen words of ordinary text.
 *
 * <p>Thread-safe. Nothing is allocated for a word: words are looked up by a 64-bit hash of their
 * lower-case letters (a test holds that no two entries collide).
 */
final class WordEvidence {
  private static final int LONGEST_ENDING = 5;
  private static final int MOST_WORDS = 400;
  private static final int CHECK_EVERY = 8;
  private static final float CLEAR_LEAD = 3.5f;

  /** Up to so many words are taken at their word. */
  private static final int FEW_WORDS = 10;

  /**
   * Running text has a small word among three to five; less than one among ten is something else.
   */
  private static final float RUNNING_TEXT = 0.1f;

  private static final String GLUE = "_/\\@=$#<>{}";

  /** A bit for each character that words are made of. */
  private static final long[] WORD_PARTS = wordParts();

  private static final long WORD = 0xcbf29ce484222325L;
  private static final long ENDING = 0x9ae16a3b2f90404fL;

  private final String[] tags;
  private final HashIndex index;

  /** Which languages each entry of the index speaks for. */
  private final int[][] speakers;

  /** How loudly. */
  private final float[] loudness;

  /** Letters that only some languages write, sorted, and the languages that do, as bits. */
  private final int[] markedLetters;

  private final long[] writers;

  private WordEvidence(
      String[] tags,
      HashIndex index,
      int[][] speakers,
      float[] loudness,
      int[] markedLetters,
      long[] writers) {
    this.tags = tags;
    this.index = index;
    this.speakers = speakers;
    this.loudness = loudness;
    this.markedLetters = markedLetters;
    this.writers = writers;
  }

  static WordEvidence of(List<LanguageProfiles.Profile> profiles) {
    Map<Long, Set<Integer>> speakers = new LinkedHashMap<>();
    Map<Long, Float> loudness = new LinkedHashMap<>();
    Map<Integer, Long> letters = new TreeMap<>();
    for (int i = 0; i < profiles.size(); i++) {
      LanguageProfiles.Profile profile = profiles.get(i);
      for (String word : profile.words()) {
        note(speakers, loudness, hashOfWord(word), i, 1f);
      }
      for (String ending : profile.endings()) {
        float share = Math.min(0.4f, 0.12f * ending.length());
        note(speakers, loudness, hashOfEnding(ending), i, share);
      }
      long bit = 1L << i;
      profile.letters().codePoints().forEach(letter -> letters.merge(letter, bit, (a, b) -> a | b));
    }
    List<Long> hashes = new ArrayList<>(speakers.keySet());
    int[][] who = new int[hashes.size()][];
    float[] loud = new float[hashes.size()];
    for (int entry = 0; entry < who.length; entry++) {
      who[entry] =
          speakers.get(hashes.get(entry)).stream().mapToInt(Integer::intValue).sorted().toArray();
      loud[entry] = loudness.get(hashes.get(entry)) / (float) Math.sqrt(who[entry].length);
    }
    return new WordEvidence(
        profiles.stream().map(LanguageProfiles.Profile::tag).toArray(String[]::new),
        new HashIndex(hashes),
        who,
        loud,
        letters.keySet().stream().mapToInt(Integer::intValue).toArray(),
        letters.values().stream().mapToLong(Long::longValue).toArray());
  }

  private static void note(
      Map<Long, Set<Integer>> speakers,
      Map<Long, Float> loudness,
      long hash,
      int language,
      float loud) {
    speakers.computeIfAbsent(hash, unused -> new HashSet<>()).add(language);
    loudness.put(hash, loud);
  }

  String[] tags() {
    return tags;
  }

  /**
   * How much the words of a segment speak for each of {@link #tags()}; all zero where so few of
   * many words are anybody's that it is not running text: code, tables, lists of names.
   */
  float[] weigh(Segment segment) {
    String text = segment.text();
    int to = segment.to();
    float[] scores = new float[tags.length];
    int words = 0;
    int i = segment.from();
    while (i < to && words < MOST_WORDS) {
      int start = i;
      while (i < to && isWordPart(text.charAt(i))) {
        i++;
      }
      if (i > start) {
        if (!isCode(text, start, i)
            && WritingSystem.ordinalOf(text.codePointAt(start)) == segment.system().ordinal()) {
          hear(text, start, i, scores);
          words++;
          if (words % CHECK_EVERY == 0 && lead(scores) >= CLEAR_LEAD) {
            break;
          }
        }
      } else {
        i++;
      }
    }
    return words > FEW_WORDS && highest(scores) < RUNNING_TEXT * words
        ? new float[tags.length]
        : scores;
  }

  private void hear(String text, int from, int to, float[] scores) {
    long hash = WORD;
    long allowed = -1;
    boolean marked = false;
    for (int i = from; i < to; i++) {
      int letter = Character.toLowerCase(text.charAt(i));
      hash = step(hash, letter);
      if (letter > 0x7F) {
        int place = Arrays.binarySearch(markedLetters, letter);
        if (place >= 0) {
          marked = true;
          allowed &= writers[place];
        }
      }
    }
    if (marked && allowed != 0) {
      float share = 0.35f / (float) Math.sqrt(Long.bitCount(allowed));
      for (int language = 0; language < scores.length; language++) {
        scores[language] += (allowed >>> language & 1) != 0 ? share : -0.35f;
      }
    }
    int entry = index.find(hash);
    if (entry < 0) {
      entry = longestEnding(text, from, to);
    }
    if (entry >= 0) {
      for (int language : speakers[entry]) {
        scores[language] += loudness[entry];
      }
    }
  }

  private int longestEnding(String text, int from, int to) {
    int found = -1;
    long hash = ENDING;
    for (int i = to - 1; i > from + 1 && to - i <= LONGEST_ENDING; i--) {
      hash = step(hash, Character.toLowerCase(text.charAt(i)));
      int entry = index.find(hash);
      if (entry >= 0) {
        found = entry;
      }
    }
    return found;
  }

  private static float highest(float[] scores) {
    float highest = 0;
    for (float score : scores) {
      highest = Math.max(highest, score);
    }
    return highest;
  }

  /** By how much the best is ahead of the second. */
  private static float lead(float[] scores) {
    float best = 0;
    float second = 0;
    for (float score : scores) {
      if (score > best) {
        second = best;
        best = score;
      } else if (score > second) {
        second = score;
      }
    }
    return best - second;
  }

  /**
   * Part of an address, a path, an option or a name in a program: {@code www.example}, {@code
   * do_it}, {@code a=b}, {@code --all}.
   */
  private static boolean isCode(String text, int from, int to) {
    return gluedBefore(text, from) || gluedAfter(text, to);
  }

  private static boolean gluedBefore(String text, int from) {
    if (from == 0) {
      return false;
    }
    char before = text.charAt(from - 1);
    boolean wordBefore = from > 1 && isWordPart(text.charAt(from - 2));
    return GLUE.indexOf(before) >= 0
        || (before == '.' && wordBefore)
        || (before == '-' && !wordBefore);
  }

  private static boolean gluedAfter(String text, int to) {
    if (to == text.length()) {
      return false;
    }
    char after = text.charAt(to);
    return GLUE.indexOf(after) >= 0
        || (after == '.' && to + 1 < text.length() && isWordPart(text.charAt(to + 1)));
  }

  /** Letters and the vowel signs that Indic and Arabic words carry. */
  private static boolean isWordPart(char c) {
    return (WORD_PARTS[c >> 6] & 1L << c) != 0;
  }

  private static long[] wordParts() {
    long[] bits = new long[(Character.MAX_VALUE + 1) / Long.SIZE];
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      int type = Character.getType(c);
      boolean part =
          Character.isLetter(c)
              || type == Character.NON_SPACING_MARK
              || type == Character.COMBINING_SPACING_MARK;
      bits[c >> 6] |= part ? 1L << c : 0;
    }
    return bits;
  }

  static long hashOfWord(String word) {
    long hash = WORD;
    for (int i = 0; i < word.length(); i++) {
      hash = step(hash, word.charAt(i));
    }
    return hash;
  }

  static long hashOfEnding(String ending) {
    long hash = ENDING;
    for (int i = ending.length() - 1; i >= 0; i--) {
      hash = step(hash, ending.charAt(i));
    }
    return hash;
  }

  /** FNV-1a over 16-bit units. */
  private static long step(long hash, int unit) {
    return (hash ^ unit) * 0x100000001b3L;
  }
}
