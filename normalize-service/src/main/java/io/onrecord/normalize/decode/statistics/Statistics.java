package io.onrecord.normalize.decode.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All readings of a text, the likeliest first. Thread-safe; the models are loaded once. */
public final class Statistics {
  private static final PairVoice PAIRS = new PairVoice();
  private static final SingleByteVoice SINGLES = new SingleByteVoice();

  /**
   * A byte of Chinese, Japanese or Korean costs so little only if it is that; no single-byte
   * reading of as many bytes is cheaper.
   */
  private static final int CLEAR = 27;

  private static final int ENOUGH = 120;

  private Statistics() {}

  /** The readings of the bytes in every candidate encoding. */
  public static List<Reading> readings(byte[] bytes) {
    Sample sample = Sample.of(bytes);
    List<Reading> readings = new ArrayList<>(PAIRS.readings(sample));
    long cheapest = readings.stream().mapToLong(Reading::cost).min().orElseThrow();
    if (cheapest > sample.high() * CLEAR || sample.high() < ENOUGH) {
      readings.addAll(SINGLES.readings(sample, AsciiWords.of(bytes), cheapest));
    }
    readings.sort(Comparator.comparingLong(Reading::cost));
    return readings;
  }

  /** Whether the bytes are Chinese, Japanese or Korean in pairs, of the commonest characters. */
  public static boolean isClearlyPairs(byte[] bytes) {
    Sample sample = Sample.of(bytes);
    return PAIRS.readings(sample).stream()
        .anyMatch(r -> r.errors() == 0 && r.cost() < (long) sample.high() * CLEAR);
  }
}
