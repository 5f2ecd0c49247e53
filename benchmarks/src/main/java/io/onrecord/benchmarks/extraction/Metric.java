package io.onrecord.benchmarks.extraction;

import io.onrecord.benchmarks.extraction.Score.Counts;
import java.util.List;
import java.util.Map;

/** How a set is scored. */
enum Metric {
  /** Runs of four words, mean over pages. */
  SHINGLE,
  /** The same with every Han, Kana and Hangul character as a word. */
  CJK,
  /** Bags of words, mean of the pages' own scores. */
  WORD,
  /** Passages that must be in or out, pooled. */
  SNIP;

  Counts count(GoldPage gold, String text) {
    return switch (this) {
      case SHINGLE ->
          overlap(Tokens.shingles(Tokens.words(gold.body())), Tokens.shingles(Tokens.words(text)));
      case CJK ->
          overlap(
              Tokens.shingles(Tokens.characters(gold.body())),
              Tokens.shingles(Tokens.characters(text)));
      case WORD -> overlap(Tokens.bag(gold.body()), Tokens.bag(text));
      case SNIP -> snippets(gold, text);
    };
  }

  Score score(List<Counts> pages) {
    return switch (this) {
      case SHINGLE, CJK -> Score.ofMeans(pages);
      case WORD -> Score.meanOfPages(pages);
      case SNIP -> Score.pooled(pages);
    };
  }

  private static Counts overlap(Map<String, Integer> gold, Map<String, Integer> found) {
    double hit = 0;
    for (Map.Entry<String, Integer> entry : found.entrySet()) {
      hit += Math.min(entry.getValue(), gold.getOrDefault(entry.getKey(), 0));
    }
    return new Counts(hit, total(found) - hit, total(gold) - hit);
  }

  private static double total(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static Counts snippets(GoldPage gold, String text) {
    String page = GoldPage.spaced(text);
    long in = gold.with().stream().limit(6).filter(page::contains).count();
    long out = gold.without().stream().limit(6).filter(page::contains).count();
    return new Counts(in, out, Math.min(6, gold.with().size()) - in);
  }
}
