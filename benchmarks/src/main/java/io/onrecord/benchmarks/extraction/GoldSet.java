package io.onrecord.benchmarks.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A set of pages with gold text and the metric that it is scored by. */
record GoldSet(String name, Metric metric, List<GoldPage> pages) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Map<String, Metric> METRICS =
      Map.of(
          "scrapinghub", Metric.SHINGLE,
          "wcxb-dev", Metric.WORD,
          "magic-article", Metric.CJK,
          "magic-forum", Metric.CJK,
          "fundus-tests", Metric.CJK,
          "mozilla", Metric.SHINGLE,
          "trafilatura-eval", Metric.SNIP);

  /** Every known set under the folder, in the order of their names. */
  static List<GoldSet> all(Path folder) {
    return METRICS.keySet().stream()
        .sorted()
        .filter(name -> Files.isRegularFile(folder.resolve(name).resolve("gold.json")))
        .map(name -> load(folder.resolve(name), name))
        .toList();
  }

  private static GoldSet load(Path folder, String name) {
    JsonNode gold;
    try (InputStream in = Files.newInputStream(folder.resolve("gold.json"))) {
      gold = JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<GoldPage> pages = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : gold.properties()) {
      JsonNode page = entry.getValue();
      pages.add(
          new GoldPage(
              name,
              entry.getKey(),
              page.path("url").asString(""),
              page.path("type").asString(""),
              page.path("script").asString(""),
              page.path("articleBody").asString(""),
              passages(page.path("with")),
              passages(page.path("without")),
              folder.resolve("html").resolve(entry.getKey() + ".html.gz")));
    }
    return new GoldSet(name, METRICS.get(name), pages);
  }

  private static List<String> passages(JsonNode array) {
    List<String> passages = new ArrayList<>();
    array.forEach(one -> passages.add(GoldPage.spaced(one.asString(""))));
    return passages;
  }

  /** The bytes of a page. */
  static byte[] read(GoldPage page) {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(page.html()))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(page.html().toString(), e);
    }
  }
}
