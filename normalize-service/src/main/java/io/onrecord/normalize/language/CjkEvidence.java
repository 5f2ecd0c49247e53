package io.onrecord.normalize.language;

import io.onrecord.script.ChineseScript;

/**
 * What a segment of Chinese characters and kana shows.
 *
 * @param han Chinese characters
 * @param kana hiragana and katakana
 * @param simplified characters that only simplified Chinese has
 * @param traditional characters that only traditional Chinese has
 * @param particles characters that every Chinese sentence has and Japanese hardly writes
 */
record CjkEvidence(int han, int kana, int simplified, int traditional, int particles) {
  static final CjkEvidence NONE = new CjkEvidence(0, 0, 0, 0, 0);

  private static final String PARTICLES = "了是他她们們你这這那说說没沒吗嗎呢吧很就都着還还";

  /**
   * Kana among Chinese characters: a tenth makes it Japanese; a shop sign in a Chinese text not.
   */
  boolean isJapanese() {
    return kana > 0 && kana * 10 >= han + kana;
  }

  /** A Chinese sentence, which a Japanese list of names without kana is not. */
  boolean isChineseSentence() {
    return kana == 0 && particles >= 2 && particles * 25 >= han;
  }

  /**
   * {@code zh-Hans} or {@code zh-Hant}; {@code zh} if it has as much of the one as of the other.
   */
  String chineseTag() {
    if (simplified == traditional) {
      return "zh";
    }
    return simplified > traditional ? "zh-Hans" : "zh-Hant";
  }

  CjkEvidence and(CjkEvidence other) {
    return new CjkEvidence(
        han + other.han,
        kana + other.kana,
        simplified + other.simplified,
        traditional + other.traditional,
        particles + other.particles);
  }

  static CjkEvidence of(Segment segment) {
    int han = 0;
    int kana = 0;
    int simplified = 0;
    int traditional = 0;
    int particles = 0;
    String text = segment.text();
    for (int i = segment.from(); i < segment.to(); ) {
      char c = text.charAt(i);
      if (c < 0x3000) {
        i++;
        continue;
      }
      int codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      // Not 々, ー and the middle dot, which Chinese text has too.
      if (codePoint >= 0x3041 && codePoint <= 0x30FA) {
        kana++;
      } else if (codePoint >= 0x3400
          && WritingSystem.ordinalOf(codePoint) == WritingSystem.CJK.ordinal()) {
        han++;
        particles += PARTICLES.indexOf(codePoint) >= 0 ? 1 : 0;
        switch (ChineseScript.of(codePoint)) {
          case SIMPLIFIED -> simplified++;
          case TRADITIONAL -> traditional++;
          case EITHER -> {}
        }
      }
    }
    return new CjkEvidence(han, kana, simplified, traditional, particles);
  }
}
