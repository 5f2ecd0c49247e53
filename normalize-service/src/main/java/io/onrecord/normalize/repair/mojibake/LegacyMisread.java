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
  private static final String ENGLISH = "“”‘’—…°·";
  private static final int NEEDED = 80;
  private static final int NEEDED_EACH = 8;
  private static final int MOST_EACH = 90;
  private static final int DOUBT = 80;
  private static final int SHORT = 6;
  private static final int FEWEST = 4;
  private static final int FEWEST_FOREIGN = 6;
  private static final int RAREST = 115;

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
      if (suspicion.of(line, word.from(), word.to())) {
        Optional<Mend> mend = mend(line, word);
        if (mend.isEmpty()) {
          return List.of();
        }
        mends.add(mend.get());
      }
    }
    return mends;
  }

  private Optional<Mend> mend(String line, Piece piece) {
    return decode(line, piece)
        .map(text -> trimmed(line, piece, text))
        .filter(m -> m.gain() >= NEEDED && m.gain() >= needed(m.to() - m.from()))
        .filter(m -> !isFrame(line, m))
        .filter(m -> readsWell(m.text()) && Surroundings.allow(sound, line, m))
        .filter(m -> Surroundings.odd(sound, line, m));
  }

  /** Rare characters for other rare characters are no repair, nor is a row of dots or spaces. */
  private boolean readsWell(String text) {
    int count = (int) text.chars().filter(c -> c >= 0x80).count();
    if (text.chars().filter(c -> c >= 0x80 && Character.isLetter(c)).distinct().count() < 2) {
      return isPunctuationOfEnglish(text);
    }
    if (count < (isForeign() ? FEWEST_FOREIGN : FEWEST)
        && text.chars().anyMatch(c -> isForeign() || sound.rarity((char) c) > RAREST)) {
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

  /** A few box-drawing characters in a row are a frame. */
  private boolean isFrame(String line, Mend mend) {
    return mend.text().length() < FEWEST
        && line.substring(mend.from(), mend.to()).chars().allMatch(c -> c >= 0x2500 && c < 0x25A0);
  }

  /** English written on a Chinese machine: {@code don¡¯t} was {@code don’t}. */
  private boolean isPunctuationOfEnglish(String text) {
    return !wrong.isDoubleByte()
        && !isForeign()
        && text.chars().allMatch(c -> c < 0x80 || ENGLISH.indexOf(c) >= 0);
  }

  /** Of Japanese and Korean a piece must be longer: their common codes are Chinese ones as well. */
  private boolean isForeign() {
    return right != LegacyCharsets.GB18030 && right != LegacyCharsets.BIG5;
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

  /** The piece in the right set; nothing as soon as a byte does not fit. */
  private Optional<String> decode(String line, Piece piece) {
    StringBuilder text = new StringBuilder();
    int lead = 0;
    for (int i = piece.from(); i < piece.to(); i++) {
      int code = wrong.encode(line.charAt(i));
      if (code == LegacyCharset.NONE) {
        return Optional.empty();
      }
      if (code > 0xFF) {
        lead = decode(lead, code >> 8, text);
      }
      lead = lead == LegacyCharset.NONE ? lead : decode(lead, code & 0xFF, text);
      if (lead == LegacyCharset.NONE) {
        return Optional.empty();
      }
    }
    return lead == 0 ? Optional.of(text.toString()) : Optional.empty();
  }

  /** Takes a byte: the new lead byte, 0 if a character is complete, or {@code NONE}. */
  private int decode(int lead, int next, StringBuilder text) {
    if (lead == 0 && next >= 0x80) {
      return next;
    }
    int point = lead == 0 ? next : right.decode(lead, next);
    if (point == LegacyCharset.NONE) {
      return LegacyCharset.NONE;
    }
    text.appendCodePoint(point);
    return 0;
  }
}
