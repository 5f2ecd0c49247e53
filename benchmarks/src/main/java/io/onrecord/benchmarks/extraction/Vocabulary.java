package io.onrecord.benchmarks.extraction;

import io.onrecord.normalize.classify.html.Lexicon;
import java.util.HashMap;
import java.util.Map;

/**
 * Learns what words say: for each the mean over sites of how much of the text under it is content,
 * as log-odds against the mean of all. A site has one vote, however many pages it has; and a page
 * in training never hears its own site's vote.
 */
final class Vocabulary {
  private static final double DOUBT = 3;

  private final Map<Long, Word> words = new HashMap<>();
  private final int leastSites;
  private double prior = 0.5;

  private static final class Word {
    final Map<String, double[]> bySite = new HashMap<>();

    /** Sum of the sites' votes; known when all pages are added. */
    double votes;
  }

  Vocabulary(int leastSites) {
    this.leastSites = leastSites;
  }

  /**
   * Adds what a site says of a word.
   *
   * @param content weight of the text under the word that is content
   * @param weight weight of all text under it
   */
  void add(String site, long word, double content, double weight) {
    double[] sums =
        words
            .computeIfAbsent(word, w -> new Word())
            .bySite
            .computeIfAbsent(site, s -> new double[2]);
    sums[0] += content;
    sums[1] += weight;
  }

  /** To be called when all pages are added. */
  void close(double meanLabel) {
    prior = meanLabel;
    words.values().removeIf(word -> word.bySite.size() < leastSites);
    for (Word word : words.values()) {
      word.votes = word.bySite.values().stream().mapToDouble(s -> s[0] / s[1]).sum();
    }
  }

  /** What a page of the site hears: everything but its own. */
  Lexicon without(String site) {
    return word -> {
      Word known = words.get(word);
      return known == null ? 0 : weight(known, site);
    };
  }

  /** All words, for use on pages of other sites. */
  Map<Long, Float> all() {
    Map<Long, Float> weights = new HashMap<>();
    words.forEach(
        (word, known) -> {
          float weight = weight(known, "");
          if (Math.abs(weight) >= 0.3f) {
            weights.put(word, weight);
          }
        });
    return weights;
  }

  private float weight(Word word, String without) {
    double[] own = word.bySite.get(without);
    int voters = word.bySite.size() - (own == null ? 0 : 1);
    if (voters < leastSites - 1 || voters == 0) {
      return 0;
    }
    double sum = DOUBT * prior + word.votes - (own == null ? 0 : own[0] / own[1]);
    double count = DOUBT + voters;
    double p = Math.clamp(sum / count, 0.01, 0.99);
    double odds = Math.log(p / (1 - p)) - Math.log(prior / (1 - prior));
    return (float) (Math.round(odds * 10) / 10.0);
  }
}
