package io.onrecord.normalize.repair.mojibake;

import io.onrecord.normalize.repair.sound.CharacterClass;
import io.onrecord.normalize.repair.sound.SoundText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * UTF-8 that was read in another character set, whole lines or spans of them.
 *
 * <p>UTF-8 proves itself: hardly any text that was written in another set happens to be valid UTF-8
 * once it is turned back into its bytes. So every stretch that is valid is a candidate, and it is
 * taken if it then reads better: {@code itâ€™s} was {@code it’s}, {@code 浣犲ソ} was {@code 你好}.
 */
final class Utf8Misread implements Misreading {
  private static final int NEEDED = 60;
  private static final int SURE = 250;
  private static final Set<CharacterClass> UNLIKELY =
      EnumSet.of(
          CharacterClass.RARE_LATIN,
          CharacterClass.MARK,
          CharacterClass.HEBREW,
          CharacterClass.ARABIC,
          CharacterClass.INDIC,
          CharacterClass.SOUTH_EAST_ASIAN,
          CharacterClass.OTHER_SCRIPT);
  private static final int MANY = 5;
  private static final int PROVEN = 150;
  private static final int MOST_EACH = 200;

  private final LegacyCharset wrong;
  private final int wrongBit;
  private final SoundText sound = SoundText.model();

  Utf8Misread(LegacyCharset wrong) {
    this.wrong = wrong;
    this.wrongBit = SetBits.of(wrong);
  }

  @Override
  public String kind() {
    return "mojibake-utf-8-as-" + wrong.label();
  }

  @Override
  public List<Mend> mends(Line line) {
    if (!line.mayHoldUtf8(wrongBit)
        || wrong.isDoubleByte() && !new Utf8InPairs(line, wrong, MANY).mayProveSomething()) {
      return List.of();
    }
    List<Mend> mends = new ArrayList<>();
    for (Piece piece : line.pieces(wrong)) {
      EncodedLine encoded = EncodedLine.of(line.text(), piece.from(), piece.to(), wrong);
      walk(line, piece.from(), encoded, mends);
    }
    int sure = mends.stream().mapToInt(Mend::gain).filter(gain -> gain >= NEEDED).sum();
    mends.removeIf(mend -> mend.gain() < (sure >= PROVEN ? 0 : NEEDED));
    return mends;
  }

  private void walk(Line line, int offset, EncodedLine encoded, List<Mend> mends) {
    byte[] bytes = encoded.bytes();
    int[] characterAt = charactersAt(encoded);
    int at = 0;
    while (at < bytes.length) {
      if (bytes[at] >= 0 || characterAt[at] < 0 || Utf8Walk.lengthAt(bytes, at, bytes.length) < 2) {
        at++;
        continue;
      }
      int end = at;
      int p = at;
      boolean pending = false;
      while (p < bytes.length) {
        int n = Utf8Walk.lengthAt(bytes, p, bytes.length);
        if (n == 0 || n == 1 && !wrong.isDoubleByte()) {
          break;
        }
        p += n;
        pending |= n > 1;
        if (pending && characterAt[p] >= 0) {
          pending = false;
          end = p;
        }
      }
      if (end > at) {
        int from = offset + characterAt[at];
        int to = offset + characterAt[end];
        consider(line, from, to, Utf8Walk.text(bytes, at, end), mends);
      }
      at = Math.max(p, at + 1);
    }
  }

  private static int[] charactersAt(EncodedLine encoded) {
    int[] characterAt = new int[encoded.bytes().length + 1];
    Arrays.fill(characterAt, -1);
    for (int i = 0; i < encoded.starts().length; i++) {
      characterAt[encoded.starts()[i]] = i;
    }
    return characterAt;
  }

  private void consider(Line in, int from, int to, String text, List<Mend> mends) {
    String line = in.text();
    Mend mend = Reading.mend(sound, line, from, to, text);
    char before = from > 0 ? line.charAt(from - 1) : ' ';
    if (sound.surprise(mend.text(), 0, mend.text().length(), before)
            > MOST_EACH * mend.text().length()
        || isChance(mend)) {
      return;
    }
    if (wrong.isDoubleByte()
        ? allowAmongOthers(in, mend)
        : !Surroundings.lost(sound, line, mend, wrong)) {
      mends.add(mend);
    }
  }

  /** A letter or two of a script that nothing around is written in are most likely chance. */
  private boolean isChance(Mend mend) {
    return mend.text().length() < 3
        && mend.gain() < SURE
        && mend.text().chars().mapToObj(c -> sound.classOf((char) c)).anyMatch(UNLIKELY::contains);
  }

  /**
   * Characters of two bytes in UTF-8 (accents, Cyrillic, Greek) take two in the other sets as well,
   * so that a few of them prove nothing: it must be many, or one stuck in a Latin word.
   */
  private boolean allowAmongOthers(Line in, Mend mend) {
    String line = in.text();
    long beyond = mend.text().chars().filter(c -> c >= 0x80).count();
    boolean long3 = mend.text().chars().anyMatch(c -> c >= 0x800);
    if (!long3 && Surroundings.inLatinWord(line, mend.from(), mend.to())) {
      return mend.gain() >= NEEDED;
    }
    return (long3 || beyond >= MANY)
        && Surroundings.allow(sound, line, mend)
        && in.isOdd(mend.from(), mend.to());
  }
}
