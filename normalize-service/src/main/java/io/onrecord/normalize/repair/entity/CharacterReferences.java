package io.onrecord.normalize.repair.entity;

import io.onrecord.normalize.repair.quote.QuotedDamage;
import io.onrecord.normalize.repair.quote.QuotingLine;
import io.onrecord.normalize.repair.quote.QuotingLines;
import io.onrecord.normalize.repair.step.Ledger;
import io.onrecord.normalize.repair.step.Repairing;
import io.onrecord.normalize.repair.step.Sign;
import io.onrecord.normalize.repair.step.Signs;
import java.nio.charset.Charset;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/**
 * Character references that were escaped once too often, so that a reader sees them: {@code
 * &amp;mdash;} or {@code &mdash;} for a dash, {@code &amp;#x4e2d;} for a character.
 *
 * <p>{@code &lt;} and {@code &gt;} stay: what they would become is markup. So do references to
 * control characters, and those that a text about HTML shows.
 */
public final class CharacterReferences implements Repairing {
  private static final String KIND = "escaped-reference";
  private static final int LONGEST = 40;

  private final QuotedDamage quoted = new QuotedDamage();

  @Override
  public boolean mayConcern(Signs signs) {
    return signs.has(Sign.AMPERSAND);
  }

  @Override
  public String repair(String text, Ledger ledger) {
    int amp = text.indexOf('&');
    if (amp < 0) {
      return text;
    }
    QuotingLines lines = quoted.linesOf(text);
    StringBuilder out = new StringBuilder(text.length());
    int copied = 0;
    while (amp >= 0) {
      Reference reference = referenceAt(text, amp);
      if (reference != null && !isQuoted(lines.at(amp), text, amp, reference)) {
        ledger.add(KIND, text.substring(amp, reference.end()), reference.text());
        out.append(text, copied, amp).append(reference.text());
        copied = reference.end();
      }
      amp = text.indexOf('&', reference == null ? amp + 1 : reference.end());
    }
    return copied == 0 ? text : out.append(text, copied, text.length()).toString();
  }

  private record Reference(int end, String text) {}

  private @Nullable Reference referenceAt(String text, int amp) {
    int at = amp + 1;
    while (text.startsWith("amp;", at)) {
      at += 4;
    }
    boolean escapedTwice = at > amp + 1;
    int semicolon = semicolon(text, at);
    if (semicolon > at) {
      int point = pointOf(text.substring(at, semicolon));
      if (Character.isHighSurrogate((char) point) && point < 0x10000) {
        return pair(text, semicolon + 1, (char) point);
      }
      if (isText(point)) {
        return new Reference(semicolon + 1, Character.toString(point));
      }
    }
    return escapedTwice && standsAlone(text, amp, at) ? new Reference(at, "&") : null;
  }

  private static int semicolon(String text, int at) {
    return text.indexOf(';', at, Math.min(text.length(), at + LONGEST));
  }

  /** {@code &amp;} for an ampersand; before anything that looks like a reference it stays. */
  private static boolean standsAlone(String text, int amp, int at) {
    if (at >= text.length()) {
      return amp > 0;
    }
    char next = text.charAt(at);
    if (next == '#' || next == '&') {
      return false;
    }
    int end = at;
    while (end < text.length() && end - at < LONGEST && isNameCharacter(text.charAt(end))) {
      end++;
    }
    return end >= text.length() || text.charAt(end) != ';' || end == at;
  }

  private static boolean isNameCharacter(char c) {
    return c < 0x80 && Character.isLetterOrDigit(c);
  }

  private int pointOf(String name) {
    if (!name.startsWith("#")) {
      String character = Entities.isNamedEntity(name) ? Entities.getByName(name) : "";
      return character.codePointCount(0, character.length()) == 1 ? character.codePointAt(0) : -1;
    }
    boolean hex = name.length() > 1 && (name.charAt(1) | 0x20) == 'x';
    String digits = name.substring(hex ? 2 : 1);
    if (digits.isEmpty() || digits.length() > 8 || digits.startsWith("+")) {
      return -1;
    }
    try {
      int point = Integer.parseInt(digits, hex ? 16 : 10);
      return point >= 0x80 && point < 0xA0 ? windows1252(point) : point;
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /** References to the numbers 128 to 159 mean the characters of windows-1252. */
  private static int windows1252(int number) {
    String s = new String(new byte[] {(byte) number}, Charset.forName("windows-1252"));
    return s.charAt(0) == 0xFFFD ? number : s.charAt(0);
  }

  private @Nullable Reference pair(String text, int at, char high) {
    if (at >= text.length() || text.charAt(at) != '&') {
      return null;
    }
    int start = at + 1;
    while (text.startsWith("amp;", start)) {
      start += 4;
    }
    int semicolon = semicolon(text, start);
    if (semicolon < 0) {
      return null;
    }
    int low = pointOf(text.substring(start, semicolon));
    return low >= 0xDC00 && low < 0xE000
        ? new Reference(semicolon + 1, Character.toString(Character.toCodePoint(high, (char) low)))
        : null;
  }

  private static boolean isText(int point) {
    return point >= ' '
        && point != '<'
        && point != '>'
        && Character.isValidCodePoint(point)
        && point != 0xFFFD
        && switch (Character.getType(point)) {
          case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED -> false;
          default -> true;
        };
  }

  private static boolean isQuoted(QuotingLine line, String text, int amp, Reference reference) {
    boolean shown = !reference.text().equals("&") && isWord(text, amp, reference.end());
    return shown && line.talksOfDamage() || line.quotes(amp, reference.end(), reference.text());
  }

  private static boolean isWord(String text, int from, int to) {
    return (from == 0 || text.charAt(from - 1) <= ' ')
        && (to >= text.length() || !Character.isLetterOrDigit(text.charAt(to)));
  }
}
