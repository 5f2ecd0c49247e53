package io.onrecord.benchmarks.extraction;

import java.util.List;

/** F1, precision and recall over pages. */
record Score(double f1, double precision, double recall) {

  static Score of(double precision, double recall) {
    double sum = precision + recall;
    return new Score(sum == 0 ? 0 : 2 * precision * recall / sum, precision, recall);
  }

  /** What one page counts: true positives, false positives, false negatives. */
  record Counts(double hit, double wrong, double missed) {

    double precision() {
      return wrong == 0 && missed == 0 ? 1 : hit == 0 && wrong == 0 ? 0 : hit / (hit + wrong);
    }

    double recall() {
      return wrong == 0 && missed == 0 ? 1 : hit == 0 && missed == 0 ? 0 : hit / (hit + missed);
    }
  }

  /** Mean precision and mean recall over pages, and the F1 of the two means. */
  static Score ofMeans(List<Counts> pages) {
    double p =
        pages.stream()
            .filter(c -> c.hit + c.wrong > 0)
            .mapToDouble(Counts::precision)
            .average()
            .orElse(0);
    double r =
        pages.stream()
            .filter(c -> c.hit + c.missed > 0)
            .mapToDouble(Counts::recall)
            .average()
            .orElse(0);
    return of(p, r);
  }

  /** F1 of precision and recall over all passages of all pages. */
  static Score pooled(List<Counts> pages) {
    double hit = pages.stream().mapToDouble(Counts::hit).sum();
    double wrong = pages.stream().mapToDouble(Counts::wrong).sum();
    double missed = pages.stream().mapToDouble(Counts::missed).sum();
    return of(
        hit + wrong == 0 ? 0 : hit / (hit + wrong), hit + missed == 0 ? 0 : hit / (hit + missed));
  }

  /** Mean over pages of each page's own F1, precision and recall. */
  static Score meanOfPages(List<Counts> pages) {
    double f = 0;
    double p = 0;
    double r = 0;
    for (Counts c : pages) {
      double total = c.hit + c.wrong + c.missed;
      double precision = total == 0 ? 1 : c.hit + c.wrong == 0 ? 0 : c.hit / (c.hit + c.wrong);
      double recall = total == 0 ? 1 : c.hit + c.missed == 0 ? 0 : c.hit / (c.hit + c.missed);
      f += of(precision, recall).f1();
      p += precision;
      r += recall;
    }
    int n = Math.max(1, pages.size());
    return new Score(f / n, p / n, r / n);
  }
}
