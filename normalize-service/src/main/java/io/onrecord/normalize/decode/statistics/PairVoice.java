package io.onrecord.normalize.decode.statistics;

import io.onrecord.normalize.decode.charset.Encodings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the sample as Chinese, Japanese and Korean, in each encoding that writes them in pairs.
 *
 * <p>Of a text that says the same few characters over and over each character counts once.
 */
final class PairVoice {
  private static final int ERROR = 112;
  private static final int ASCII_AFTER = 12;

  /** A reading that costs a quarter more than the best one, and this, is given up half way. */
  private static final int OF_INTEREST = 800;

  private record Candidate(
      String encoding, long prior, SequenceReader reader, Commonness... models) {}

  private final List<Candidate> candidates =
      List.of(
          new Candidate(
              "gb18030",
              0,
              SequenceReader.of(Encodings.gb18030()),
              Commonness.SIMPLIFIED,
              Commonness.TRADITIONAL),
          new Candidate(
              "Big5", 8, SequenceReader.of(Encodings.pairs("Big5")), Commonness.TRADITIONAL),
          new Candidate(
              "Shift_JIS",
              16,
              SequenceReader.of(Encodings.pairs("Shift_JIS")),
              Commonness.JAPANESE),
          new Candidate("EUC-JP", 48, SequenceReader.of(Encodings.eucJp()), Commonness.JAPANESE),
          new Candidate("x-EUC-TW", 96, SequenceReader.eucTw(), Commonness.TRADITIONAL),
          new Candidate(
              "EUC-KR", 16, SequenceReader.of(Encodings.pairs("EUC-KR")), Commonness.KOREAN),
          new Candidate(
              "johab", 160, SequenceReader.of(Encodings.pairs("johab")), Commonness.KOREAN));

  /** One reading for each encoding. */
  List<Reading> readings(Sample sample) {
    List<Reading> readings = new ArrayList<>();
    long best = Long.MAX_VALUE / 4;
    for (Candidate candidate : candidates) {
      long limit = best + best / 4 + OF_INTEREST;
      Reading inStep = read(candidate, sample, 0, limit);
      if (sample.length() > 1 && sample.bytes()[0] < 0) {
        Reading cut = read(candidate, sample, 1, limit).plus(ERROR / 2);
        readings.add(cut.cost() < inStep.cost() ? cut : inStep);
      } else {
        readings.add(inStep);
      }
      best = Math.min(best, readings.getLast().cost());
    }
    return readings;
  }

  private static Reading read(Candidate candidate, Sample sample, int from, long limit) {
    byte[] bytes = sample.bytes();
    int to = sample.length();
    long[] costs = new long[candidate.models().length];
    int errors = 0;
    long shared = candidate.prior();
    Set<Integer> seen = new HashSet<>();
    int i = from;
    while (i < to && shared + costs[0] < limit) {
      if (bytes[i] >= 0) {
        shared += i > 0 && bytes[i - 1] < 0 ? ASCII_AFTER : 0;
        i++;
        continue;
      }
      long character = candidate.reader().read(bytes, i, to);
      i += (int) (character >>> 32);
      int codePoint = (int) character;
      if (codePoint == 0) {
        errors++;
        shared += i >= to - 1 ? ERROR / 4 : ERROR;
        continue;
      }
      if (sample.repeats() && !seen.add(codePoint)) {
        continue;
      }
      for (int m = 0; m < costs.length; m++) {
        costs[m] += candidate.models()[m].cost(codePoint);
      }
    }
    int best = 0;
    for (int m = 1; m < costs.length; m++) {
      best = costs[m] + 32 < costs[best] ? m : best;
    }
    return new Reading(
        candidate.encoding(), candidate.models()[best].language(), shared + costs[best], errors);
  }
}
