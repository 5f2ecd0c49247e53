package io.onrecord.normalize.repair.mojibake;

import io.onrecord.normalize.repair.sound.SoundText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * UTF-8 that was read in another character set, whole lines or spans of them.
 *
 * <p>UTF-8 proves itself: hardly any text that was written in another set happens to be valid UTF-8
 * once it is turned back into its bytes. So every stretch that is valid is a candidate, and it is
 * taken if it then reads better: {@code itâ€™s} was {@code it’s}, {@code 浣犲ソ} was {@code 你好}.
 */
final class Utf8Misread implements Misreading {
  private static final int NEEDED = 60;
  private static final int MOST_EACH = 165;

  private final LegacyCharset wrong;
  private final SoundText sound = SoundText.model();

  Utf8Misread(LegacyCharset wrong) {
    this.wrong = wrong;
  }

  @Override
  public String kind() {
    return "mojibake-utf-8-as-" + wrong.label();
  }

  @Override
  public List<Mend> mends(String line) {
    List<Mend> mends = new ArrayList<>();
    for (Piece piece : Piece.encodable(line, wrong)) {
      EncodedLine encoded = EncodedLine.of(line, piece.from(), piece.to(), wrong);
      walk(line, piece.from(), encoded, mends);
    }
    return mends;
  }

  private void walk(String line, int offset, EncodedLine encoded, List<Mend> mends) {
    byte[] bytes = encoded.bytes();
    int[] characterAt = charactersAt(encoded);
    int at = 0;
    while (at < bytes.length) {
      if (characterAt[at] < 0 || Utf8Walk.lengthAt(bytes, at, bytes.length) < 2) {
        at++;
        continue;
      }
      StringBuilder text = new StringBuilder();
      int end = at;
      int length = 0;
      int p = at;
      while (p < bytes.length) {
        int n = Utf8Walk.lengthAt(bytes, p, bytes.length);
        if (n == 0 || n == 1 && !wrong.isDoubleByte()) {
          break;
        }
        text.appendCodePoint(Utf8Walk.pointAt(bytes, p, n));
        p += n;
        if (n > 1 && characterAt[p] >= 0) {
          end = p;
          length = text.length();
        }
      }
      if (end > at) {
        text.setLength(length);
        consider(line, offset + characterAt[at], offset + characterAt[end], text, mends);
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

  private void consider(String line, int from, int to, CharSequence text, List<Mend> mends) {
    Mend mend = Reading.mend(sound, line, from, to, text.toString());
    if (sound.surprise(mend.text()) > MOST_EACH * mend.text().length()) {
      return;
    }
    if (wrong.isDoubleByte()
        ? Surroundings.allow(sound, line, mend)
        : mend.gain() >= NEEDED && !Surroundings.lost(sound, line, mend, wrong)) {
      mends.add(mend);
    }
  }
}
