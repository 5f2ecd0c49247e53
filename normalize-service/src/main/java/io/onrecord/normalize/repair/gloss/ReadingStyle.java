package io.onrecord.normalize.repair.gloss;

import java.util.Optional;
import java.util.regex.Pattern;

/** How a reading is written; a table of glosses has one style throughout. */
enum ReadingStyle {
  /** {@code jià}: exactly one vowel carries the tone, or none for the neutral one. */
  TONE_MARKS("(?=[a-zɡ]{0,5}[^a-zɡ])[a-zɡāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿêếề]{1,6}"),
  /** {@code jia4}. */
  TONE_NUMBERS("[a-zü:]{1,6}[0-6]"),
  /** {@code ㄐㄧㄚˋ}. */
  BOPOMOFO("[˙ˊˇˋˉ]?[ㄅ-ㄩ]{1,3}[˙ˊˇˋˉ]?"),
  /** {@code jia}. */
  PLAIN("[bpmfdtnlgkhjqxzcsryw]?h?[aeiouüv][aeiounrg]{0,4}");

  /** The longest reading that any style writes. */
  static final int MAX_LENGTH = 7;

  private final Pattern syllable;

  ReadingStyle(String syllable) {
    this.syllable = Pattern.compile(syllable);
  }

  /** The style of a reading; empty for everything that is not one syllable. */
  static Optional<ReadingStyle> of(String reading) {
    if (reading.isEmpty() || reading.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    for (ReadingStyle style : values()) {
      if (style.syllable.matcher(reading).matches()) {
        return Optional.of(style);
      }
    }
    return Optional.empty();
  }
}
