package io.onrecord.normalize.decode;

import io.onrecord.normalize.decode.charset.Utf8Text;
import io.onrecord.normalize.decode.declaration.Declaration;
import io.onrecord.normalize.decode.declaration.MetaPrescan;
import io.onrecord.normalize.decode.evidence.ByteOrderMark;
import io.onrecord.normalize.decode.evidence.Ebcdic;
import io.onrecord.normalize.decode.evidence.EscapeSequences;
import io.onrecord.normalize.decode.evidence.Utf8Walk;
import io.onrecord.normalize.decode.statistics.Reading;
import io.onrecord.normalize.decode.statistics.Statistics;
import io.onrecord.normalize.decode.statistics.WideReading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Decides in which encoding bytes are text: byte order mark, wide characters, escape sequences,
 * UTF-8, then statistics with the declarations as evidence. Thread-safe; linear in the length.
 */
public final class CharsetDetector {
  /** What a declaration takes off the cost of its encoding: about ten nats, and a little a byte. */
  private static final int DECLARED = 80;

  /** Bytes of a text so short that it is worth reading it in every way. */
  private static final int SHORT = 128;

  private static final int FEW = 16;

  /**
   * The encoding of the bytes.
   *
   * @param http the label that the server gave, as given
   */
  public CharsetDecision detect(byte[] bytes, Optional<String> http) {
    return detect(bytes, http, Optional.empty());
  }

  /**
   * The same for bytes of which it may be known that they are UTF-8.
   *
   * @param sound the bytes read as UTF-8 behind a byte order mark, if they are without errors
   */
  CharsetDecision detect(byte[] bytes, Optional<String> http, Optional<Utf8Text> sound) {
    List<Declaration> declarations = new ArrayList<>();
    http.ifPresent(label -> declarations.add(new Declaration("http", label)));
    MetaPrescan.declaration(bytes).ifPresent(declarations::add);
    Optional<String> declared = declarations.stream().map(Declaration::label).findFirst();
    List<Evidence> grounds = new ArrayList<>();
    Optional<ByteOrderMark> mark = ByteOrderMark.of(bytes);
    if (mark.isPresent()) {
      String charset = mark.get().encoding();
      grounds.add(new Evidence("bom", charset, "the bytes begin with its byte order mark"));
      return new CharsetDecision(charset, declared, "bom", 1, grounds);
    }
    Found found = decide(bytes, sound, declarations, grounds);
    for (Declaration d : declarations) {
      grounds.add(
          new Evidence(
              d.source(), d.encoding().orElse("unknown"), "declared as \"" + d.label() + "\""));
    }
    return new CharsetDecision(found.charset, declared, found.by, found.confidence, grounds);
  }

  private record Found(String charset, String by, double confidence) {}

  private static Found decide(
      byte[] bytes,
      Optional<Utf8Text> sound,
      List<Declaration> declarations,
      List<Evidence> grounds) {
    Utf8Walk walk = sound.map(Utf8Walk::of).orElseGet(() -> Utf8Walk.of(bytes));
    if (walk.escape() && (walk.ascii() || walk.sequences() == 0)) {
      Optional<String> escaped = EscapeSequences.encoding(bytes);
      if (escaped.isPresent()) {
        grounds.add(new Evidence("escape-sequences", escaped.get(), "its escape sequences occur"));
        return new Found(escaped.get(), "escape-sequences", 0.99);
      }
    }
    boolean mostlyUtf8 = walk.isMostlyUtf8();
    if (walk.nul() || !mostlyUtf8 && !walk.ascii()) {
      Optional<Reading> wide = WideReading.best(bytes, narrow(bytes));
      if (wide.isPresent()) {
        String charset = wide.get().encoding();
        grounds.add(new Evidence("statistics", charset, "read so, the characters are common ones"));
        return new Found(charset, "statistics", 0.95);
      }
    }
    if (walk.ascii()) {
      grounds.add(new Evidence("utf-8-check", "UTF-8", "every byte is ASCII"));
      return new Found("UTF-8", "utf-8-check", 1);
    }
    if (mostlyUtf8 && !isPairs(walk, bytes)) {
      grounds.add(
          new Evidence(
              "utf-8-check",
              "UTF-8",
              walk.sequences()
                  + " well-formed sequences, "
                  + walk.errors()
                  + " bytes that fit nowhere"));
      return new Found("UTF-8", "utf-8-check", walk.errors() == 0 ? 1 : 0.97);
    }
    if (Ebcdic.looksLike(bytes)) {
      grounds.add(new Evidence("statistics", "IBM037", "spaces are 40, letters stand in nines"));
      return new Found("IBM037", "statistics", 0.9);
    }
    return byStatistics(bytes, declarations, grounds);
  }

  /** The cost of reading the bytes one by one; for a short text, that of its best reading. */
  private static long narrow(byte[] bytes) {
    long rough = WideReading.narrow(bytes);
    return bytes.length > SHORT
        ? rough
        : Math.max(rough, WideReading.narrow(bytes, Statistics.readings(bytes).getFirst()));
  }

  /**
   * Whether what walks like UTF-8 is Chinese in pairs: pairs of a text of few characters may all
   * look like sequences of two bytes, the more so if its ends count as cut.
   */
  private static boolean isPairs(Utf8Walk walk, byte[] bytes) {
    boolean doubtful =
        walk.longer() == 0 && (walk.cut() || walk.errors() > 0 || walk.sequences() < FEW);
    return doubtful && Statistics.isClearlyPairs(bytes);
  }

  private static Found byStatistics(
      byte[] bytes, List<Declaration> declarations, List<Evidence> grounds) {
    List<Reading> readings = Statistics.readings(bytes);
    Reading unaided = readings.getFirst();
    List<Reading> weighed = new ArrayList<>();
    for (Reading reading : readings) {
      boolean declared = declarationOf(reading, declarations).isPresent();
      long bonus = declared ? DECLARED + reading.cost() / 50 : 0;
      weighed.add(
          new Reading(
              reading.encoding(), reading.language(), reading.cost() - bonus, reading.errors()));
    }
    weighed.sort(Comparator.comparingLong(Reading::cost));
    Reading best = weighed.getFirst();
    Reading next = weighed.get(1);
    for (Reading reading : weighed.subList(0, 3)) {
      grounds.add(
          new Evidence(
              "statistics",
              reading.encoding(),
              "read as " + reading.language() + " it costs " + reading.cost() / 8 + " nats"));
    }
    double margin = (next.cost() - best.cost()) / 8.0;
    String by =
        best.encoding().equals(unaided.encoding())
            ? "statistics"
            : declarationOf(best, declarations).map(Declaration::source).orElse("statistics");
    return new Found(best.encoding(), by, 1 - 0.5 * Math.exp(-margin / 8));
  }

  /** The first declaration that names the encoding of a reading. */
  private static Optional<Declaration> declarationOf(
      Reading reading, List<Declaration> declarations) {
    return declarations.stream()
        .filter(
            d ->
                d.encoding()
                    .map(CharsetDetector::decoderOf)
                    .filter(reading.encoding()::equals)
                    .isPresent())
        .findFirst();
  }

  /** GBK and gb18030 are read by one decoder, whose name is gb18030. */
  private static String decoderOf(String encoding) {
    return encoding.equals("GBK") ? "gb18030" : encoding;
  }
}
