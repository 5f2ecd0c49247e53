package io.onrecord.normalize.decode.train;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The gold texts of the extraction sets, each with the language that its page declares. */
public final class GoldTexts {
  private static final Pattern LANGUAGE =
      Pattern.compile("<html[^>]*\\slang=[\"']?([A-Za-z]{2,3})", Pattern.CASE_INSENSITIVE);

  /**
   * @param language two letters, or {@code zh-Hans}/{@code zh-Hant}
   */
  public record Gold(String id, String language, String text) {
    /** Whether this text is kept for the check and never trained on. */
    public boolean heldOut() {
      return Math.floorMod(id.hashCode(), 5) == 0;
    }
  }

  private GoldTexts() {}

  /** Every text under {@code shared/extraction}, in a fixed order. */
  public static List<Gold> read(Path shared) {
    List<Gold> texts = new ArrayList<>();
    try (Stream<Path> sets = Files.list(shared.resolve("extraction"))) {
      for (Path set : sets.filter(Files::isDirectory).sorted().toList()) {
        JsonNode gold = JsonMapper.shared().readTree(set.resolve("gold.json").toFile());
        for (Map.Entry<String, JsonNode> page : gold.properties()) {
          Optional<String> text = text(page.getValue());
          if (text.isPresent()) {
            String language = language(set, page.getKey(), text.get());
            texts.add(new Gold(page.getKey(), language, text.get()));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  /** Those of a language that may be trained on, or those that may not. */
  public static Stream<String> of(List<Gold> texts, String language, boolean heldOut) {
    Predicate<Gold> wanted = g -> g.language().equals(language) && g.heldOut() == heldOut;
    return texts.stream().filter(wanted).map(Gold::text);
  }

  private static Optional<String> text(JsonNode page) {
    return page.has("articleBody")
        ? Optional.of(page.get("articleBody").asString())
        : Optional.empty();
  }

  private static String language(Path set, String id, String text) throws IOException {
    String byScript = byScript(text);
    if (!byScript.isEmpty()) {
      return byScript;
    }
    Path page = set.resolve("html").resolve(id + ".html.gz");
    if (!Files.exists(page)) {
      return "und";
    }
    try (InputStream in = new GZIPInputStream(Files.newInputStream(page))) {
      Matcher m = LANGUAGE.matcher(new String(in.readNBytes(8192), StandardCharsets.ISO_8859_1));
      return m.find() ? m.group(1).toLowerCase(Locale.ROOT).replace("nb", "no") : "und";
    }
  }

  /** Chinese, Japanese and Korean tell themselves; Chinese is traditional if GB2312 lacks much. */
  private static String byScript(String text) {
    long kana = text.codePoints().filter(c -> c >= 0x3041 && c <= 0x30FF).count();
    long hangul = text.codePoints().filter(c -> c >= 0xAC00 && c <= 0xD7A3).count();
    long han = text.codePoints().filter(c -> c >= 0x4E00 && c <= 0x9FFF).count();
    if (hangul > han && hangul * 4 > text.length()) {
      return "ko";
    }
    if (han + kana < text.length() / 4) {
      return "";
    }
    if (kana * 10 > han) {
      return "ja";
    }
    var gb2312 = java.nio.charset.Charset.forName("GB2312").newEncoder();
    long traditional =
        text.chars().filter(c -> c >= 0x4E00 && c <= 0x9FFF && !gb2312.canEncode((char) c)).count();
    return traditional * 10 > han ? "zh-Hant" : "zh-Hans";
  }
}
