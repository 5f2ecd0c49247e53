package io.onrecord.normalize.repair.layout;

import io.onrecord.normalize.repair.layout.Wrap.Break;
import io.onrecord.normalize.repair.layout.Wrap.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells whether the lines of a page were broken by a program at a fixed width.
 *
 * <p>A program that wraps is greedy: it breaks a line only where the next word would not have
 * fitted. Lines that somebody meant (verse, lists, one speech a line) break anywhere. So a wrapping
 * is believed when it explains the breaks far better than lines of random length would be
 * explained, when hardly a line is wider than it allows, and when the breaks fall inside sentences.
 */
final class WrapDetector {
  private static final int NARROWEST = 30;
  private static final int WIDEST = 140;
  private static final int MIN_BREAKS = 3;
  private static final int MIN_CUTS = 5;
  private static final double MIN_EVIDENCE = 5;
  private static final double UNEXPLAINED = 1.5;
  private static final double MAX_TOO_WIDE = 0.06;
  private static final double MAX_UNEXPLAINED = 0.12;
  private static final double MAX_AT_SENTENCE_END = 0.5;

  private final List<String> lines;
  private final List<Integer> seams = new ArrayList<>();

  private WrapDetector(List<String> lines) {
    this.lines = lines;
    for (int i = 0; i + 1 < lines.size(); i++) {
      if (isText(lines.get(i)) && continues(lines.get(i + 1))) {
        seams.add(i);
      }
    }
  }

  /** The wrapping of a page's lines, if they were wrapped. */
  static Optional<Wrap> detect(List<String> lines) {
    WrapDetector detector = new WrapDetector(lines);
    if (detector.seams.size() < MIN_BREAKS) {
      return Optional.empty();
    }
    Optional<Wrap> best = Optional.empty();
    double bestEvidence = MIN_EVIDENCE;
    for (Measure measure : Measure.values()) {
      for (Break rule : Break.values()) {
        Wrap wrap = new Wrap(measure, rule, detector.width(measure, rule));
        double evidence = detector.evidence(wrap);
        if (evidence > bestEvidence) {
          best = Optional.of(wrap);
          bestEvidence = evidence;
        }
      }
    }
    return best;
  }

  private static boolean isText(String line) {
    return !LineKind.of(line).standsAlone();
  }

  private static boolean continues(String line) {
    LineKind kind = LineKind.of(line);
    return kind == LineKind.TEXT || kind == LineKind.QUOTE || kind == LineKind.NUMBERED;
  }

  /** The width that all but a few lines keep to. */
  private int width(Measure measure, Break rule) {
    Wrap narrow = new Wrap(measure, rule, 0);
    int[] widths =
        lines.stream()
            .filter(WrapDetector::isText)
            .filter(line -> !narrow.allows(line))
            .mapToInt(line -> measure.of(rule == Break.ANYWHERE ? line : line.strip()))
            .sorted()
            .toArray();
    int mayExceed = (int) (widths.length * MAX_TOO_WIDE);
    return widths.length == 0 ? 0 : widths[widths.length - 1 - mayExceed];
  }

  private double evidence(Wrap wrap) {
    if (wrap.width() < NARROWEST || wrap.width() > WIDEST) {
      return 0;
    }
    int explained = 0;
    int unexplained = 0;
    int atSentenceEnd = 0;
    double evidence = 0;
    for (int i : seams) {
      String line = lines.get(i);
      boolean ends = Sentence.endsIn(line);
      if (wrap.explains(line, lines.get(i + 1))) {
        explained++;
        atSentenceEnd += ends ? 1 : 0;
        evidence -= Math.log(wrap.chance(lines.get(i + 1)));
      } else if (!ends) {
        unexplained++;
        evidence -= UNEXPLAINED;
      }
    }
    if (wrap.rule() == Break.ANYWHERE && (unexplained > 0 || explained < MIN_CUTS)) {
      return 0;
    }
    boolean credible =
        explained >= MIN_BREAKS
            && unexplained <= Math.max(2, MAX_UNEXPLAINED * explained)
            && atSentenceEnd <= MAX_AT_SENTENCE_END * explained;
    return credible ? evidence : 0;
  }
}
