package io.onrecord.normalize.repair.mojibake;

import io.onrecord.normalize.repair.sound.SoundText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Text of a legacy East Asian set that was read in another legacy set, whole lines or words of
 * them.
 *
 * <p>Nearly any bytes are valid in these sets, so that validity proves little; what decides is
 * whether rare characters become common ones: {@code ÖÐÎÄ} was {@code 中文} in GBK, {@code 笢恅} was
 * {@code 中文} in GBK read as Big5.
 */
final class LegacyMisread implements Misreading {
  private static final int NEEDED = 80;
  private static final int NEEDED_EACH = 8;
  private static final int MOST_EACH = 90;
  private static final int DOUBT = 80;
  private static final int SHORT = 6;

  private final LegacyCharset wrong;
  private final LegacyCharset right;
  private final SoundText sound = SoundText.model();
  private final Suspicion suspicion = new Suspicion();

  LegacyMisread(LegacyCharset wrong, LegacyCharset right) {
    this.wrong = wrong;
    this.right = right;
  }

  @Override
  public String kind() {
    return "mojibake-" + right.label() + "-as-" + wrong.label();
  }

  @Override
  public List<Mend> mends(String line) {
    List<Mend> mends = new ArrayList<>();
    for (Piece piece : Piece.encodable(line, wrong)) {
      Optional<Mend> whole = mend(line, piece);
      if (whole.isPresent()) {
        mends.add(whole.get());
      } else {
        mends.addAll(words(line, piece));
      }
    }
    return mends;
  }

  /** The words that can be mended; none if one is left that looks damaged too. */
  private List<Mend> words(String line, Piece piece) {
    List<Mend> mends = new ArrayList<>();
    for (Piece word : piece.words(line)) {
      Optional<Mend> mend = mend(line, word);
      if (mend.isPresent()) {
        mends.add(mend.get());
      } else if (suspicion.of(line, word.from(), word.to())) {
        return List.of();
      }
    }
    return mends;
  }

  private Optional<Mend> mend(String line, Piece piece) {
    EncodedLine encoded = EncodedLine.of(line, piece.from(), piece.to(), wrong);
    return decode(encoded.bytes())
        .map(text -> trimmed(line, piece, text))
        .filter(m -> m.gain() >= NEEDED && m.gain() >= needed(m.to() - m.from()))
        .filter(m -> readsWell(m.text()) && Surroundings.allow(sound, line, m))
        .filter(m -> Surroundings.odd(sound, line, m));
  }

  /** Rare characters for other rare characters are no repair, nor is a row of dots or spaces. */
  private boolean readsWell(String text) {
    int count = (int) text.chars().filter(c -> c >= 0x80).count();
    if (text.chars().filter(c -> c >= 0x80 && Character.isLetter(c)).distinct().count() < 2) {
      return false;
    }
    int surprise = 0;
    char before = ' ';
    for (char c : text.toCharArray()) {
      surprise += c >= 0x80 ? sound.surprise(before, c) : 0;
      before = c;
    }
    return surprise <= (MOST_EACH + (count < 4 ? 20 : 0)) * count;
  }

  /** Single rare words happen in sound text, so that a short piece must gain more a character. */
  private int needed(int length) {
    return length * (wrong.isDoubleByte() && length < SHORT ? NEEDED_EACH * 3 : NEEDED_EACH);
  }

  private Mend trimmed(String line, Piece piece, String text) {
    int from = piece.from();
    int start = 0;
    while (start < text.length() && from < piece.to() && line.charAt(from) == text.charAt(start)) {
      from++;
      start++;
    }
    int to = piece.to();
    int end = text.length();
    while (end > start && to > from && line.charAt(to - 1) == text.charAt(end - 1)) {
      to--;
      end--;
    }
    Mend mend = Reading.mend(sound, line, from, to, text.substring(start, end));
    return new Mend(from, to, mend.text(), mend.gain() - doubt(mend.text()));
  }

  /** Japanese without kana and Korean without hangul are rare, and most likely Chinese. */
  private int doubt(String text) {
    return switch (right.label()) {
      case "cp949" ->
          text.chars().filter(c -> c >= 0xAC00 && c < 0xD800).count() * 2 > text.length()
              ? 0
              : DOUBT;
      case "shift_jis", "euc-jp" ->
          text.chars().filter(c -> c >= 0x3040 && c < 0x3100).count() * 5 > text.length()
              ? 0
              : DOUBT;
      default -> 0;
    };
  }

  private Optional<String> decode(byte[] bytes) {
    StringBuilder text = new StringBuilder(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      int lead = bytes[i] & 0xFF;
      int point = lead < 0x80 ? lead : LegacyCharset.NONE;
      if (point == LegacyCharset.NONE && i + 1 < bytes.length) {
        point = right.decode(lead, bytes[++i] & 0xFF);
      }
      if (point == LegacyCharset.NONE) {
        return Optional.empty();
      }
      text.appendCodePoint(point);
    }
    return Optional.of(text.toString());
  }
}
