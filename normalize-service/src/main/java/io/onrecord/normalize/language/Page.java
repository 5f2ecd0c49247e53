package io.onrecord.normalize.language;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What the segments of a document show together, and what it means for each of them: a heading of
 * three words follows its page, a sentence in another language does not.
 */
final class Page {
  /** One small word that few languages have. */
  private static final float ENOUGH = 0.55f;

  /** What a segment must say for another language than its page's: two or three words. */
  private static final float INSISTS = 1.6f;

  /** The same for a Chinese script: a traditional name in a simplified page does not. */
  private static final int INSISTS_CHARACTERS = 3;

  /** One in so many letters must be in running text of a language for the rest to follow it. */
  private static final int FOLLOWED = 4;

  private final Map<WritingSystem, Words> words = new EnumMap<>(WritingSystem.class);
  private CjkEvidence characters = CjkEvidence.NONE;
  private long japanese;

  /** The segments of one writing system. */
  private static final class Words {
    final float[] scores;

    /** How much of the text is in segments that tell a language by themselves. */
    final long[] spoken;

    long weight;

    Words(int languages) {
      scores = new float[languages];
      spoken = new long[languages];
    }
  }

  void addWords(Segment segment, float[] scores) {
    if (scores.length == 0) {
      return;
    }
    Words all = words.computeIfAbsent(segment.system(), unused -> new Words(scores.length));
    for (int i = 0; i < scores.length; i++) {
      all.scores[i] += scores[i];
    }
    int best = best(scores);
    if (scores[best] >= ENOUGH) {
      all.spoken[best] += segment.weight();
    }
    all.weight += segment.weight();
  }

  void addCharacters(CjkEvidence seen) {
    characters = characters.and(seen);
    japanese += seen.isJapanese() ? seen.han() + seen.kana() : 0;
  }

  /** The language, among those of its writing system, of a segment that says this. */
  OptionalInt language(WritingSystem system, float[] own) {
    Words all = words.computeIfAbsent(system, unused -> new Words(own.length));
    int best = best(own);
    int page = best(all.scores);
    boolean followed = all.scores[page] >= ENOUGH && all.spoken[page] * FOLLOWED >= all.weight;
    if (followed) {
      return OptionalInt.of(own[best] - own[page] >= INSISTS ? best : page);
    }
    return own[best] >= INSISTS ? OptionalInt.of(best) : OptionalInt.empty();
  }

  /** The tag of a segment of Chinese characters or kana that shows this. */
  String cjkTag(CjkEvidence own) {
    // A Japanese heading may have no kana at all, and 会 and 国 look simplified.
    boolean japanesePage = 5 * japanese >= characters.han() + characters.kana();
    if (own.isJapanese() || (japanesePage && !own.isChineseSentence())) {
      return "ja";
    }
    int lead = Math.abs(own.simplified() - own.traditional());
    return lead >= INSISTS_CHARACTERS ? own.chineseTag() : characters.chineseTag();
  }

  private static int best(float[] scores) {
    int best = 0;
    for (int i = 1; i < scores.length; i++) {
      if (scores[i] > scores[best]) {
        best = i;
      }
    }
    return best;
  }
}
