package io.onrecord.ingest.source.feed;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a feed. What is said of the charset is tried in the order of how seldom it is wrong:
 * byte order mark, the shape of the first bytes, HTTP, the XML declaration; the first that the
 * bytes fit wins, and where none fits, UTF-8, statistics, and windows-1252.
 */
final class FeedText {
  private static final Charset CP1252 = Charset.forName("windows-1252");
  private static final Pattern DECLARED =
      Pattern.compile("^\\s*<\\?xml[^>]*?encoding\\s*=\\s*[\"']?\\s*([\\w.:+-]+)");
  private static final Pattern HTTP = Pattern.compile("(?i)charset\\s*=\\s*[\"']?\\s*([\\w.:+-]+)");
  private static final Map<String, String> WIDER =
      Map.of(
          "gb2312", "GB18030",
          "gbk", "GB18030",
          "iso-8859-1", "windows-1252",
          "us-ascii", "windows-1252",
          "shift_jis", "windows-31j",
          "euc-kr", "x-windows-949",
          "big5", "Big5-HKSCS",
          "tis-620", "x-windows-874",
          "iso-8859-9", "windows-1254");

  private FeedText() {}

  static String decode(byte[] bytes, Optional<String> contentType) {
    Optional<Charset> marked = ByteMarks.of(bytes);
    if (marked.isPresent()) {
      String text = new String(bytes, marked.get());
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    }
    List<Charset> said = new ArrayList<>();
    contentType
        .map(HTTP::matcher)
        .filter(Matcher::find)
        .flatMap(m -> charset(m.group(1)))
        .ifPresent(said::add);
    declared(bytes).flatMap(FeedText::charset).ifPresent(said::add);
    Optional<String> utf8 = strictly(bytes, StandardCharsets.UTF_8);
    // Real UTF-8 under the name of a Western charset is the commonest lie of all.
    if (utf8.isPresent() && said.stream().allMatch(FeedText::isWestern)) {
      return utf8.get();
    }
    for (Charset charset : said) {
      Optional<String> text = strictly(bytes, charset).filter(t -> t.indexOf('<') >= 0);
      if (text.isPresent()) {
        return text.get();
      }
    }
    return utf8.or(() -> guessed(bytes)).orElseGet(() -> new String(bytes, CP1252));
  }

  private static boolean isWestern(Charset charset) {
    return charset.equals(CP1252) || charset.equals(StandardCharsets.UTF_8);
  }

  private static Optional<String> declared(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, 300), StandardCharsets.ISO_8859_1);
    Matcher m = DECLARED.matcher(head);
    return m.find() ? Optional.of(m.group(1)) : Optional.empty();
  }

  private static Optional<String> guessed(byte[] bytes) {
    CharsetMatch match = new CharsetDetector().setText(bytes).detect();
    return match == null || match.getConfidence() < 30
        ? Optional.empty()
        : charset(match.getName()).flatMap(charset -> strictly(bytes, charset));
  }

  private static Optional<String> strictly(byte[] bytes, Charset charset) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(
                  charset.equals(CP1252) ? CodingErrorAction.REPLACE : CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** The charset of a name as people write it: {@code latin_1}, {@code mac_roman}, {@code 437}. */
  static Optional<Charset> charset(String name) {
    String plain = name.strip().toLowerCase(Locale.ROOT);
    for (String form :
        List.of(
            plain,
            plain.replace('_', '-'),
            plain.replaceAll("[_-]", ""),
            "x-" + plain.replaceAll("[_-]", ""),
            "cp" + plain.replaceFirst("^(cp|ibm|windows-?)", ""),
            "ibm" + plain.replaceFirst("^(cp|ibm)", ""),
            "x-" + plain)) {
      Optional<Charset> found = named(form);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Charset> named(String name) {
    try {
      Charset charset = Charset.forName(name);
      String wider = WIDER.get(charset.name().toLowerCase(Locale.ROOT));
      return Optional.of(wider == null ? charset : Charset.forName(wider));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }
}
