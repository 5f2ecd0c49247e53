package io.onrecord.ingest.source.feed;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a feed. What is said of the charset is tried in the order of how seldom it is wrong:
 * byte order mark, the shape of the first bytes, HTTP, the XML declaration; the first that the
 * bytes fit wins. Where none fits, UTF-8 with some foreign bytes in it, what was declared with some
 * damage, statistics, and windows-1252.
 */
final class FeedText {
  private static final Charset CP1252 = Charset.forName("windows-1252");
  private static final Pattern DECLARED =
      Pattern.compile("^\\s*<\\?xml[^>]*?encoding\\s*=\\s*[\"']?\\s*([\\w.:+-]+)");
  private static final Pattern HTTP = Pattern.compile("(?i)charset\\s*=\\s*[\"']?\\s*([\\w.:+-]+)");

  /** So many letters must be sound for each that is not. */
  private static final int LEAST_SOUND = 10;

  private FeedText() {}

  static String decode(byte[] bytes, Optional<String> contentType) {
    Optional<Charset> marked = ByteMarks.of(bytes);
    Charset head = marked.orElse(StandardCharsets.ISO_8859_1);
    List<Charset> said = new ArrayList<>();
    contentType
        .map(HTTP::matcher)
        .filter(Matcher::find)
        .flatMap(m -> FeedCharsets.named(m.group(1)))
        .ifPresent(said::add);
    declared(bytes, head).flatMap(FeedCharsets::named).ifPresent(said::add);
    if (marked.isPresent()) {
      String text = new String(bytes, ofFamily(marked.get(), said, bytes));
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    }
    Optional<String> utf8 = strictly(bytes, StandardCharsets.UTF_8);
    // Real UTF-8 under the name of a Western charset is the commonest lie of all.
    if (utf8.isPresent() && said.stream().allMatch(FeedText::isWestern)) {
      return utf8.get();
    }
    for (Charset charset : said) {
      Optional<String> text = strictly(bytes, charset).filter(FeedText::hasMarkup);
      if (text.isPresent()) {
        return text.get();
      }
    }
    return utf8.or(() -> MixedUtf8.read(bytes))
        .or(() -> said.stream().flatMap(c -> damaged(bytes, c).stream()).findFirst())
        .or(() -> guessed(bytes))
        .orElseGet(() -> new String(bytes, CP1252));
  }

  private static boolean hasMarkup(String text) {
    return text.indexOf('<') >= 0 || text.indexOf('{') >= 0;
  }

  /** One letter cut in two must not cost a whole Chinese feed its charset. */
  private static Optional<String> damaged(byte[] bytes, Charset charset) {
    if (isWestern(charset)) {
      return Optional.empty();
    }
    String text = new String(bytes, charset);
    long lost = text.chars().filter(c -> c == '\ufffd').count();
    long foreign = text.chars().filter(c -> c > 0x7f).count();
    return lost * LEAST_SOUND <= foreign && hasMarkup(text) ? Optional.of(text) : Optional.empty();
  }

  private static boolean isWestern(Charset charset) {
    return charset.equals(CP1252) || charset.equals(StandardCharsets.UTF_8);
  }

  /** The first bytes tell EBCDIC from all else, but only the declaration which of its tables. */
  private static Charset ofFamily(Charset marked, List<Charset> said, byte[] bytes) {
    return marked.equals(ByteMarks.EBCDIC)
        ? said.stream()
            .filter(c -> strictly(bytes, c).filter(t -> t.startsWith("<?xml")).isPresent())
            .findFirst()
            .orElse(marked)
        : marked;
  }

  private static Optional<String> declared(byte[] bytes, Charset as) {
    Matcher m = DECLARED.matcher(new String(bytes, 0, Math.min(bytes.length, 300), as));
    return m.find() ? Optional.of(m.group(1)) : Optional.empty();
  }

  private static Optional<String> guessed(byte[] bytes) {
    CharsetMatch match = new CharsetDetector().setText(bytes).detect();
    return match == null || match.getConfidence() < 30
        ? Optional.empty()
        : FeedCharsets.named(match.getName()).flatMap(charset -> strictly(bytes, charset));
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
}
