package io.onrecord.normalize.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Sentences that no model was trained on, in every encoding that writes their language: alone,
 * shortened, several in a row, in a page without a declaration, and in one that declares wrongly.
 */
class OwnSentencesTest {
  private static final Path SENTENCES = Path.of("src/test/resources/fixtures/decode/sentences.tsv");

  /** The JDK's name of an encoding, and ours. */
  private static final Map<String, Map<String, String>> ENCODINGS =
      Map.of(
          "ru",
          Map.of(
              "windows-1251",
              "windows-1251",
              "KOI8-R",
              "KOI8-R",
              "IBM866",
              "IBM866",
              "ISO-8859-5",
              "ISO-8859-5",
              "x-MacCyrillic",
              "x-mac-cyrillic",
              "UTF-8",
              "UTF-8"),
          "tr",
          Map.of("windows-1254", "windows-1254", "UTF-8", "UTF-8"),
          "zh-Hant",
          Map.of("Big5", "Big5", "GB18030", "gb18030", "UTF-8", "UTF-8"),
          "ja",
          Map.of(
              "windows-31j",
              "Shift_JIS",
              "EUC-JP",
              "EUC-JP",
              "ISO-2022-JP",
              "ISO-2022-JP",
              "UTF-8",
              "UTF-8"),
          "ko",
          Map.of("x-windows-949", "EUC-KR", "UTF-8", "UTF-8"));

  @Test
  void readsSentencesInEveryEncodingOfTheirLanguage() throws IOException {
    CharsetDetector detector = new CharsetDetector();
    Map<String, List<String>> sentences = sentences();
    List<String> misses = new ArrayList<>();
    int all = 0;
    for (String language : new TreeMap<>(ENCODINGS).keySet()) {
      Map<String, String> encodings = new TreeMap<>(ENCODINGS.get(language));
      for (String encoding : encodings.keySet()) {
        for (String text : shapes(sentences.get(language))) {
          byte[] bytes = text.getBytes(Charset.forName(encoding));
          String truth = encodings.get(encoding);
          String found = detector.detect(bytes, Optional.empty()).charset();
          all++;
          if (!Decoder.text(bytes, found).equals(Decoder.text(bytes, truth))) {
            misses.add(language + " " + truth + " read as " + found + ": " + text);
          }
        }
      }
    }
    assertThat(misses.size()).as("%d texts, misses %s", all, misses).isLessThanOrEqualTo(all / 100);
  }

  private static List<String> shapes(List<String> sentences) {
    List<String> shapes = new ArrayList<>(sentences);
    String all = String.join(" ", sentences);
    shapes.add(all);
    shapes.add("<html><head><title>News</title></head><body><p>" + all + "</p></body></html>");
    shapes.add("<html><head><meta charset=\"iso-8859-1\"></head><body><p>" + all + "</p></body>");
    shapes.add("<html><head><meta charset=\"gb2312\"></head><body><p>" + all + "</p></body>");
    sentences.forEach(s -> shapes.add(s.substring(0, s.length() / 2)));
    sentences.forEach(s -> shapes.add("<li><a href=\"/item?id=7\">" + s + "</a></li>"));
    return shapes;
  }

  private static Map<String, List<String>> sentences() throws IOException {
    Map<String, List<String>> sentences = new TreeMap<>();
    for (String line : Files.readAllLines(SENTENCES)) {
      if (!line.startsWith("#")) {
        String[] cells = line.split("\t");
        sentences.computeIfAbsent(cells[0], any -> new ArrayList<>()).add(cells[1]);
      }
    }
    return sentences;
  }
}
