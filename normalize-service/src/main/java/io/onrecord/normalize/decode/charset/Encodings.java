package io.onrecord.normalize.decode.charset;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The decoder of every encoding in {@code labels.txt}, built when first asked for. Thread-safe.
 *
 * <p>{@code GBK} has the decoder of {@code gb18030}; {@code replacement} has none.
 */
public final class Encodings {
  /** Where a name of ours and of the standard is another one in the JDK. */
  private static final Map<String, String> JDK_NAMES =
      Map.ofEntries(
          Map.entry("macintosh", "x-MacRoman"),
          Map.entry("windows-874", "x-windows-874"),
          Map.entry("ISO-8859-8-I", "ISO-8859-8"),
          Map.entry("IBM737", "x-IBM737"),
          Map.entry("IBM858", "IBM00858"));

  private static final Map<String, SingleByteDecoder> OWN_TABLES = ownTables();
  private static final Map<String, TextDecoder> DECODERS = new ConcurrentHashMap<>();

  private Encodings() {}

  /** The decoder of an encoding, by its name as in {@code labels.txt}. */
  public static Optional<TextDecoder> decoder(String name) {
    TextDecoder known = DECODERS.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<TextDecoder> built = build(name);
    built.ifPresent(decoder -> DECODERS.putIfAbsent(name, decoder));
    return built;
  }

  /** The decoder of GB18030, with its tables. */
  public static Gb18030Decoder gb18030() {
    return (Gb18030Decoder) decoder("gb18030").orElseThrow();
  }

  /** The decoder of EUC-JP, with its tables. */
  public static EucJpDecoder eucJp() {
    return (EucJpDecoder) decoder("EUC-JP").orElseThrow();
  }

  /** The decoder of {@code Big5}, {@code EUC-KR}, {@code Shift_JIS} or {@code johab}. */
  public static PairDecoder pairs(String name) {
    return (PairDecoder) decoder(name).orElseThrow();
  }

  /** The decoder of an encoding in which every byte is a character. */
  public static Optional<SingleByteDecoder> singleByte(String name) {
    return decoder(name)
        .filter(SingleByteDecoder.class::isInstance)
        .map(SingleByteDecoder.class::cast);
  }

  private static Optional<TextDecoder> build(String name) {
    return Optional.ofNullable(
        switch (name) {
          case "UTF-8" -> new Utf8Decoder();
          case "UTF-16BE",
              "UTF-16LE",
              "UTF-32BE",
              "UTF-32LE",
              "x-EUC-TW",
              "ISO-2022-KR",
              "ISO-2022-CN" ->
              new JdkDecoder(Charset.forName(name));
          case "x-mac-cyrillic" ->
              SingleByteDecoder.of(Charset.forName("x-MacUkraine")).with(0xFF, '€');
          case "GBK" -> gb18030();
          case "gb18030" -> new Gb18030Decoder();
          case "Big5" -> EastAsianTables.big5();
          case "EUC-KR" -> EastAsianTables.eucKr();
          case "Shift_JIS" -> EastAsianTables.shiftJis();
          case "johab" -> EastAsianTables.johab();
          case "EUC-JP" -> EastAsianTables.eucJp(pairs("Shift_JIS").pairs());
          case "ISO-2022-JP" -> new Iso2022JpDecoder(eucJp().jis0208());
          case "HZ-GB-2312" -> new HzDecoder(gb18030().pairs());
          case "x-user-defined" -> userDefined();
          case "KOI8-U" ->
              SingleByteDecoder.of(Charset.forName("KOI8-U")).with(0xAE, 'ў').with(0xBE, 'Ў');
          default -> single(name);
        });
  }

  private static @org.jspecify.annotations.Nullable TextDecoder single(String name) {
    if (OWN_TABLES.containsKey(name)) {
      return OWN_TABLES.get(name);
    }
    String jdkName = JDK_NAMES.getOrDefault(name, name);
    boolean labelled = Labels.encodings().contains(name);
    return labelled && Charset.isSupported(jdkName)
        ? SingleByteDecoder.of(Charset.forName(jdkName))
        : null;
  }

  private static SingleByteDecoder userDefined() {
    char[] table = new char[256];
    for (int b = 0; b < 256; b++) {
      table[b] = (char) (b < 0x80 ? b : 0xF700 + b);
    }
    return new SingleByteDecoder(table);
  }

  private static Map<String, SingleByteDecoder> ownTables() {
    Map<String, SingleByteDecoder> tables = new HashMap<>();
    List<String> lines = ResourceLines.of("single-byte.txt");
    for (int i = 0; i < lines.size(); i += 9) {
      String name = lines.get(i).substring(0, lines.get(i).length() - 1);
      tables.put(name, upperHalf(String.join("", lines.subList(i + 1, i + 9))));
    }
    return Map.copyOf(tables);
  }

  private static SingleByteDecoder upperHalf(String characters) {
    char[] table = new char[256];
    int at = 0;
    for (int b = 0; b < 256; b++) {
      if (b < 0x80) {
        table[b] = (char) b;
      } else if (characters.charAt(at) == '\\') {
        table[b] = (char) Integer.parseInt(characters.substring(at + 2, at + 6), 16);
        at += 6;
      } else {
        table[b] = characters.charAt(at++);
      }
    }
    return new SingleByteDecoder(table);
  }
}
