package io.onrecord.benchmarks.extraction;

import io.onrecord.normalize.classify.html.Lexicon;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Learns what words say: for each the mean over sites of how much of the text under it is content,
 * as log-odds against the mean of all. A site has one vote, however many pages it has; and a page
 * in training never hears its own site's vote.
 */
final class Vocabulary {
  private static final double DOUBT = 3;

  private final Map<Long, Word> words = new HashMap<>();
  private final Set<String> sites = new HashSet<>();
  private final int leastSites;
  private double prior = 0.5;

  private static final class Word {
    final Map<String, double[]> bySite = new HashMap<>();
  }

  Vocabulary(int leastSites) {
    this.leastSites = leastSites;
  }

  void add(String site, long word, double label, double weight) {
    sites.add(site);
    double[] sums =
        words
            .computeIfAbsent(word, w -> new Word())
            .bySite
            .computeIfAbsent(site, s -> new double[2]);
    sums[0] += label * weight;
    sums[1] += weight;
  }

  /** To be called when all pages are added. */
  void close(double meanLabel) {
    prior = meanLabel;
    words.values().removeIf(word -> word.bySite.size() < leastSites);
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
    double sum = DOUBT * prior;
    double count = DOUBT;
    int voters = 0;
    for (Map.Entry<String, double[]> site : word.bySite.entrySet()) {
      if (!site.getKey().equals(without)) {
        sum += site.getValue()[0] / site.getValue()[1];
        count++;
        voters++;
      }
    }
    if (voters < leastSites - 1 || voters == 0) {
      return 0;
    }
    double p = Math.clamp(sum / count, 0.01, 0.99);
    double odds = Math.log(p / (1 - p)) - Math.log(prior / (1 - prior));
    return (float) (Math.round(odds * 10) / 10.0);
  }
}
