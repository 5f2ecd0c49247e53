package io.onrecord.normalize.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.onrecord.normalize.decode.train.GoldTexts;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Texts that no model was trained on, in many encodings, lengths and kinds of damage. */
class HeldOutTextsTest {
  private static final Map<String, List<String>> CHARSETS =
      Map.of(
          "zh-Hans", List.of("GB18030", "UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"),
          "zh-Hant", List.of("Big5", "UTF-8", "UTF-16LE", "GB18030"),
          "ja", List.of("windows-31j", "EUC-JP", "UTF-8", "UTF-16LE"),
          "ko", List.of("x-windows-949", "UTF-8"),
          "ru", List.of("windows-1251", "KOI8-R", "IBM866", "ISO-8859-5", "UTF-8"),
          "de", List.of("windows-1252", "UTF-8"),
          "fr", List.of("windows-1252", "UTF-8"),
          "tr", List.of("windows-1254", "UTF-8"));

  @Test
  void readsTextsThatTheModelsNeverSaw() {
    Path shared = Path.of(System.getProperty("onrecord.shared", "shared"));
    assumeThat(shared.resolve("extraction")).exists();
    List<GoldTexts.Gold> gold = GoldTexts.read(shared);
    Random random = new Random(42);
    Map<String, int[]> results = new TreeMap<>();
    List<String> misses = new ArrayList<>();
    for (String language : new TreeMap<>(CHARSETS).keySet()) {
      List<String> texts = GoldTexts.of(gold, language, true).toList();
      for (int n = 0; n < 160 && !texts.isEmpty(); n++) {
        check(language, texts, n, random, results, misses);
      }
    }
    int right = results.values().stream().mapToInt(r -> r[0]).sum();
    int all = results.values().stream().mapToInt(r -> r[1]).sum();
    results.forEach((k, r) -> System.out.printf("held out %-22s %d of %d%n", k, r[0], r[1]));
    System.out.println("held out all " + right + " of " + all);
    misses.forEach(System.out::println);
    assertThat((double) right / all).isGreaterThanOrEqualTo(0.985);
  }

  private void check(
      String language,
      List<String> texts,
      int n,
      Random random,
      Map<String, int[]> results,
      List<String> misses) {
    int[] lengths = {8, 20, 60, 200, 1000};
    int length = lengths[n % lengths.length];
    String text = texts.get(random.nextInt(texts.size()));
    int from = text.length() > length ? random.nextInt(text.length() - length) : 0;
    String piece = text.substring(from, Math.min(text.length(), from + length));
    List<String> charsets = CHARSETS.get(language);
    String charset = charsets.get(n / lengths.length % charsets.size());
    Charset encoder = Charset.forName(charset);
    if (!encoder.newEncoder().canEncode(piece) || piece.chars().filter(c -> c > 0x7F).count() < 2) {
      return;
    }
    String[] metas = {"", "", "<meta charset=" + charset + ">", "<meta charset=big5>"};
    String meta = length >= 200 ? metas[random.nextInt(metas.length)] : "";
    byte[] bytes = (meta + piece).getBytes(encoder);
    boolean cut = length >= 200 && meta.isEmpty() && random.nextInt(4) == 0;
    if (cut && !charset.startsWith("UTF-16") && !charset.startsWith("UTF-32")) {
      bytes = Arrays.copyOfRange(bytes, 1, bytes.length - 1);
    }
    String found = new CharsetDetector().detect(bytes, Optional.empty()).charset();
    String truth =
        charset.equals("windows-31j")
            ? "Shift_JIS"
            : charset.equals("x-windows-949")
                ? "EUC-KR"
                : charset.equals("GB18030") ? "gb18030" : charset;
    boolean same = Decoder.text(bytes, found).equals(Decoder.text(bytes, truth));
    int[] result = results.computeIfAbsent(language + " " + charset, k -> new int[2]);
    result[0] += same ? 1 : 0;
    result[1]++;
    if (!same) {
      misses.add(
          String.join(
              " | ",
              "miss",
              truth,
              found,
              meta,
              "" + length,
              piece.substring(0, Math.min(40, piece.length())).replace('\n', ' ')));
    }
  }
}
