package io.onrecord.normalize.repair.gloss;

import java.util.Random;

/** Makes syllables up, in each of the ways to write one; most sound like Chinese. */
final class SyllableMaker {
  private static final String[] INITIALS = {
    "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "zh", "ch", "sh", "r",
    "z", "c", "s", "y", "w"
  };
  private static final String[] FINALS = {
    "a", "o", "e", "ai", "ei", "ao", "ou", "an", "en", "ang", "eng", "i", "ia", "ie", "iu", "in",
    "iang", "ing", "ong", "u", "uo", "ui", "uan", "un"
  };
  private static final String SOUNDS = "ㄅㄆㄇㄈㄉㄊㄋㄌㄍㄎㄏㄐㄑㄒㄓㄔㄕㄖㄗㄘㄙ";
  private static final String GLIDES = "ㄧㄨㄩ";
  private static final String RIMES = "ㄚㄛㄜㄝㄞㄟㄠㄡㄢㄣㄤㄥ";
  private static final String[] TONES = {"", "ˊ", "ˇ", "ˋ"};
  private static final String[] MARKED = {"āáǎà", "ēéěè", "īíǐì", "ōóǒò", "ūúǔù"};
  private static final String VOWELS = "aeiou";

  private SyllableMaker() {}

  static String syllable(ReadingStyle style, Random random) {
    if (style == ReadingStyle.BOPOMOFO) {
      String glide = random.nextBoolean() ? "" : pick(GLIDES, random);
      return pick(SOUNDS, random) + glide + pick(RIMES, random) + TONES[random.nextInt(4)];
    }
    String letters =
        INITIALS[random.nextInt(INITIALS.length)] + FINALS[random.nextInt(FINALS.length)];
    int tone = random.nextInt(4);
    return switch (style) {
      case TONE_NUMBERS -> letters + (tone + 1);
      case TONE_MARKS -> marked(letters, tone);
      case PLAIN, BOPOMOFO -> letters;
    };
  }

  private static String pick(String from, Random random) {
    return String.valueOf(from.charAt(random.nextInt(from.length())));
  }

  /** The tone stands on a or e, on the o of ou, otherwise on the last vowel. */
  private static String marked(String letters, int tone) {
    int at = Math.max(letters.indexOf('a'), letters.indexOf('e'));
    if (at < 0) {
      at = letters.indexOf("ou");
    }
    for (int i = letters.length() - 1; at < 0; i--) {
      at = VOWELS.indexOf(letters.charAt(i)) >= 0 ? i : -1;
    }
    char vowel = MARKED[VOWELS.indexOf(letters.charAt(at))].charAt(tone);
    return letters.substring(0, at) + vowel + letters.substring(at + 1);
  }
}
