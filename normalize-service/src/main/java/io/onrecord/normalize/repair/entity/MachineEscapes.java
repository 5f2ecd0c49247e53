package io.onrecord.normalize.repair.entity;

import io.onrecord.normalize.repair.step.Ledger;
import io.onrecord.normalize.repair.step.Repairing;
import io.onrecord.normalize.repair.step.Sign;
import io.onrecord.normalize.repair.step.Signs;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whole lines in the escapes of a programming language or a URL: {@code \u005Cu4e2d\u005Cu6587} or
 * {@code %E4%B8%AD%E6%96%87} for {@code 中文}.
 *
 * <p>Both are right in code and in addresses, so the policy is narrow: a line is repaired only if
 * it is plainly nothing but escaped prose. It holds no character beyond ASCII, its escapes stand
 * for characters beyond ASCII and make up at least half of it, and it shows no sign of code or of
 * an address (quotation marks and brackets of code, {@code ://}, a query, a path).
 */
public final class MachineEscapes implements Repairing {
  private static final Pattern JS = Pattern.compile("\\\\u([0-9a-fA-F]{4})");
  private static final Pattern PERCENT = Pattern.compile("(?:%[0-9a-fA-F]{2})+");
  private static final Pattern PERCENT_BEYOND_ASCII = Pattern.compile("%[89a-fA-F][0-9a-fA-F]");
  private static final int FEWEST = 2;

  @Override
  public boolean mayConcern(Signs signs) {
    return signs.has(Sign.ESCAPE);
  }

  @Override
  public String repair(String text, Ledger ledger) {
    String once = lines(text, '\\', JS, line -> unescape(line, ledger));
    return lines(once, '%', PERCENT_BEYOND_ASCII, line -> unquote(line, ledger));
  }

  /** Applies a step to the lines that have an escape. */
  private static String lines(String text, char sign, Pattern escape, UnaryOperator<String> step) {
    Matcher matcher = escape.matcher(text);
    int at = next(matcher, sign, text, 0);
    if (at < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int copied = 0;
    while (at >= 0) {
      int from = text.lastIndexOf('\n', at) + 1;
      int newline = text.indexOf('\n', at);
      int to = newline < 0 ? text.length() : newline;
      out.append(text, copied, from).append(step.apply(text.substring(from, to)));
      copied = to;
      at = next(matcher, sign, text, to);
    }
    return out.append(text, copied, text.length()).toString();
  }

  /** Where the next escape starts. */
  private static int next(Matcher escape, char sign, String text, int from) {
    int at = text.indexOf(sign, from);
    while (at >= 0 && !escape.region(at, text.length()).lookingAt()) {
      at = text.indexOf(sign, at + 1);
    }
    return at;
  }

  private static String unescape(String line, Ledger ledger) {
    if (!isPlain(line, "\"'`{}[]<>=;")) {
      return line;
    }
    int escapes = 0;
    Matcher m = JS.matcher(line);
    StringBuilder out = new StringBuilder();
    while (m.find()) {
      char c = (char) Integer.parseInt(m.group(1), 16);
      if (c < 0x80) {
        return line;
      }
      escapes++;
      m.appendReplacement(out, Matcher.quoteReplacement(String.valueOf(c)));
    }
    m.appendTail(out);
    String text = out.toString();
    boolean sound = text.indexOf('\\') < 0 && isText(text);
    if (escapes < FEWEST || escapes * 6 * 2 < line.length() || !sound) {
      return line;
    }
    ledger.add("js-escape", escapes, line, text);
    return text;
  }

  private static String unquote(String line, Ledger ledger) {
    if (!isPlain(line, "\"'`{}[]<>=&?#/\\ \t") || line.contains("://")) {
      return line;
    }
    int escapes = 0;
    Matcher m = PERCENT.matcher(line);
    StringBuilder out = new StringBuilder();
    while (m.find()) {
      String s = m.group();
      byte[] bytes = new byte[s.length() / 3];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) Integer.parseInt(s.substring(i * 3 + 1, i * 3 + 3), 16);
        escapes += bytes[i] < 0 ? 1 : 0;
      }
      try {
        String part = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        m.appendReplacement(out, Matcher.quoteReplacement(part));
      } catch (CharacterCodingException e) {
        return line;
      }
    }
    m.appendTail(out);
    String text = out.toString();
    if (escapes < FEWEST || escapes * 3 * 2 < line.length() || !isText(text)) {
      return line;
    }
    ledger.add("percent-escape", escapes, line, text);
    return text;
  }

  private static boolean isPlain(String line, String signsOfCode) {
    return line.chars().allMatch(c -> c >= ' ' && c < 0x7F && signsOfCode.indexOf(c) < 0);
  }

  private static boolean isText(String text) {
    return text.codePoints()
        .allMatch(
            c ->
                switch (Character.getType(c)) {
                  case Character.CONTROL,
                      Character.SURROGATE,
                      Character.UNASSIGNED,
                      Character.PRIVATE_USE,
                      Character.LINE_SEPARATOR,
                      Character.PARAGRAPH_SEPARATOR ->
                      false;
                  default -> c != 0xFFFD;
                });
  }
}
