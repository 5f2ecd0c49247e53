package io.onrecord.ingest.source.feed;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Charsets by the names that people write: {@code latin_1}, {@code mac_roman}, {@code 437}. A
 * charset that a wider one contains is read as the wider one, since that is what is meant.
 */
final class FeedCharsets {
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
  private static final Map<String, String> NAMES = new HashMap<>();

  static {
    for (String[] line : FeedTables.lines("charset-names.tsv")) {
      NAMES.put(line[0], line[1]);
    }
  }

  private FeedCharsets() {}

  /** The charset of a name; empty if nobody knows it. */
  static Optional<Charset> named(String name) {
    String plain = name.strip().toLowerCase(Locale.ROOT);
    String bare = plain.replaceAll("[_\\s-]", "");
    String listed = NAMES.get(bare);
    if (listed != null) {
      return Optional.of(Charset.forName(listed));
    }
    for (String form :
        List.of(
            plain,
            plain.replace('_', '-'),
            bare,
            "x-" + bare,
            "cp" + plain.replaceFirst("^(cp|ibm|windows-?)", ""),
            "ibm" + plain.replaceFirst("^(cp|ibm)", ""),
            "x-" + plain)) {
      Optional<Charset> found = exactly(form);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Charset> exactly(String name) {
    try {
      Charset charset = Charset.forName(name);
      String wider = WIDER.get(charset.name().toLowerCase(Locale.ROOT));
      return Optional.of(wider == null ? charset : Charset.forName(wider));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }
}
