package io.onrecord.normalize.repair.mojibake;

import io.onrecord.normalize.repair.sound.CharacterClass;
import io.onrecord.normalize.repair.sound.SoundText;
import io.onrecord.normalize.repair.step.Ledger;
import io.onrecord.normalize.repair.step.Repairing;
import io.onrecord.normalize.repair.step.Sign;
import io.onrecord.normalize.repair.step.Signs;

/**
 * Curly quotes, dashes and the euro sign of windows-1252 that were read as Latin-1 and became
 * control characters that nobody sees: {@code don\u005Cu0092t} was {@code don’t}.
 *
 * <p>Only where a control character stands by itself among sound characters; five of the thirty-two
 * have no meaning in windows-1252 and stay.
 */
public final class ControlPunctuation implements Repairing {
  private static final String KIND = "control-punctuation";

  private final SoundText sound = SoundText.model();

  @Override
  public boolean mayConcern(Signs signs) {
    return signs.has(Sign.CONTROL);
  }

  @Override
  public String repair(String text, Ledger ledger) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80 && c < 0xA0) {
        char meant = (char) LegacyCharsets.WINDOWS_1252.decode(c);
        if (meant != c && isSound(text, i - 1) && isSound(text, i + 1)) {
          out = out == null ? new StringBuilder(text) : out;
          out.setCharAt(i, meant);
          ledger.add(KIND, around(text, i, c), around(text, i, meant));
        }
      }
    }
    return out == null ? text : out.toString();
  }

  private boolean isSound(String text, int at) {
    if (at < 0 || at >= text.length()) {
      return true;
    }
    char c = text.charAt(at);
    CharacterClass of = sound.classOf(c);
    return switch (of) {
      case BREAK, LOWER, UPPER, DIGIT, PUNCTUATION, ACCENTED_LOWER, TYPOGRAPHY -> true;
      case BAD -> c >= 0x80 && c < 0xA0 && LegacyCharsets.WINDOWS_1252.decode(c) != c;
      default -> false;
    };
  }

  private static String around(String text, int at, char c) {
    int from = at;
    while (from > 0 && at - from < 8 && Character.isLetterOrDigit(text.charAt(from - 1))) {
      from--;
    }
    int to = at + 1;
    while (to < text.length() && to - at < 8 && Character.isLetterOrDigit(text.charAt(to))) {
      to++;
    }
    return text.substring(from, at) + c + text.substring(at + 1, to);
  }
}
