package io.onrecord.normalize.repair.mojibake;

import io.onrecord.normalize.repair.mojibake.Line.OddPiece;
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

  /** Text of characters that cost more than this is not read well; see {@link #readsWell}. */
  private static final int RARE_EACH = MOST_EACH + 20;

  /** For characters at the ends of a piece that stay as they are and so do not count. */
  private static final int SLACK = 100;

  /** After a character beyond the basic plane, whose surprise is counted when the text is made. */
  private static final char BEYOND = 0xFFFF;

  private final LegacyCharset wrong;
  private final LegacyCharset right;
  private final int wrongBit;
  private final SoundText sound = SoundText.model();

  LegacyMisread(LegacyCharset wrong, LegacyCharset right) {
    this.wrong = wrong;
    this.right = right;
    this.wrongBit = SetBits.of(wrong);
  }

  @Override
  public String kind() {
    return "mojibake-" + right.label() + "-as-" + wrong.label();
  }

  @Override
  public List<Mend> mends(Line line) {
    if (!line.mayHoldLegacy(wrongBit)) {
      return List.of();
    }
    List<OddPiece> pieces = line.oddPieces(wrong);
    if (pieces.isEmpty()) {
      return List.of();
    }
    List<Mend> mends = new ArrayList<>();
    for (OddPiece odd : pieces) {
      Optional<Mend> whole = odd.whole() ? mend(line, odd.piece()) : Optional.empty();
      if (whole.isPresent()) {
        mends.add(whole.get());
      } else {
        mends.addAll(words(line, odd.words()));
      }
    }
    return mends;
  }

  /** The words that can be mended; none if one is left that looks damaged too. */
  private List<Mend> words(Line line, List<Piece> words) {
    for (Piece word : words) {
      if (isTooShort(line, word) || !mayBeOdd(line, word) || !fits(line, word)) {
        return List.of();
      }
    }
    List<Mend> mends = new ArrayList<>();
    for (Piece word : words) {
      Optional<Mend> mend = mend(line, word);
      if (mend.isEmpty()) {
        return List.of();
      }
      mends.add(mend.get());
    }
    return mends;
  }

  private Optional<Mend> mend(Line in, Piece piece) {
    if (isTooShort(in, piece) || !mayBeOdd(in, piece) || !fits(in, piece)) {
      return Optional.empty();
    }
    int[] codes = in.codes(wrong);
    String line = in.text();
    Mend m = trimmed(line, piece, decode(codes, piece));
    boolean better =
        m.gain() >= NEEDED
            && m.gain() >= needed(m.to() - m.from())
            && !isFrame(line, m)
            && readsWell(m.text())
            && Surroundings.allow(sound, line, m)
            && in.isOdd(m.from(), m.to());
    return better ? Optional.of(m) : Optional.empty();
  }

  /**
   * Whether a piece has so few characters that {@link #readsWell} cannot be content: what comes
   * back has at most as many beyond ASCII, since each takes a byte beyond ASCII and another one.
   */
  private boolean isTooShort(Line line, Piece piece) {
    int fewest = isForeign() ? FEWEST_FOREIGN : wrong.isDoubleByte() ? 2 : 1;
    return line.beyondAscii(piece) < fewest;
  }

  /** Whether a piece is odd without the characters at its ends that would stay as they are. */
  private boolean mayBeOdd(Line line, Piece piece) {
    int from = piece.from();
    while (from < piece.to() && stays(line.text().charAt(from))) {
      from++;
    }
    int to = piece.to();
    while (to > from && stays(line.text().charAt(to - 1))) {
      to--;
    }
    return from < to && line.isOdd(from, to);
  }

  private boolean stays(char c) {
    if (c < 0x80) {
      return true;
    }
    int code = wrong.encode(c);
    return code > 0xFF && right.decode(code >> 8, code & 0xFF) == c;
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

  /**
   * Whether the right set has a meaning for all bytes of the piece, not rare ones throughout, and
   * one that is less surprising by enough: at least the gain of {@link Reading}, without the text.
   */
  private boolean fits(Line in, Piece piece) {
    int[] codes = in.codes(wrong);
    String line = in.text();
    int rareness = 0;
    int gain = 0;
    int firstEnd = piece.to();
    int lastStart = piece.from();
    int i = piece.from();
    while (i < piece.to()) {
      if (codes[i] >= 0 && codes[i] < 0x80) {
        i++;
        continue;
      }
      int from = i;
      int lead = 0;
      int surprise = 0;
      int same = from;
      char before = from > 0 ? line.charAt(from - 1) : ' ';
      while (i < piece.to() && (lead != 0 || codes[i] < 0 || codes[i] >= 0x80)) {
        int code = codes[i++];
        if (code < 0) {
          return false;
        }
        for (int shift = code > 0xFF ? 8 : 0; shift >= 0; shift -= 8) {
          int next = code >> shift & 0xFF;
          if (lead == 0 && next >= 0x80) {
            lead = next;
            continue;
          }
          int point = lead == 0 ? next : right.decode(lead, next);
          if (point < 0) {
            return false;
          }
          rareness += lead != 0 && point < 0x10000 ? sound.rarity((char) point) - RARE_EACH : 0;
          char now = (char) Math.min(point, BEYOND);
          surprise += now == BEYOND || before == BEYOND ? 0 : sound.surprise(before, now);
          before = now;
          same += same < i && line.charAt(same) == now ? 1 : 0;
          lead = 0;
        }
      }
      if (lead != 0) {
        return false;
      }
      char after = i < line.length() ? line.charAt(i) : ' ';
      surprise += before == BEYOND ? 0 : sound.surprise(before, after);
      gain += in.surprise(from, i) - surprise;
      if (same < i) {
        firstEnd = Math.min(firstEnd, i);
        lastStart = from;
      }
    }
    int length = Math.max(0, lastStart - firstEnd);
    return rareness <= SLACK && gain >= Math.max(NEEDED, length * NEEDED_EACH);
  }

  /** The piece in the right set, which it fits. */
  private String decode(int[] codes, Piece piece) {
    StringBuilder text = new StringBuilder(piece.to() - piece.from());
    int lead = 0;
    for (int i = piece.from(); i < piece.to(); i++) {
      if (codes[i] > 0xFF) {
        lead = decode(lead, codes[i] >> 8, text);
      }
      lead = decode(lead, codes[i] & 0xFF, text);
    }
    return text.toString();
  }

  private int decode(int lead, int next, StringBuilder text) {
    if (lead == 0 && next >= 0x80) {
      return next;
    }
    text.appendCodePoint(lead == 0 ? next : right.decode(lead, next));
    return 0;
  }
}
