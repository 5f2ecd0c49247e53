package io.onrecord.normalize.decode.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All readings of a text, the likeliest first. Thread-safe; the models are loaded once. */
public final class Statistics {
  private static final PairVoice PAIRS = new PairVoice();
  private static final SingleByteVoice SINGLES = new SingleByteVoice();

  private Statistics() {}

  /** The readings of the bytes in every candidate encoding. */
  public static List<Reading> readings(byte[] bytes) {
    Sample sample = Sample.of(bytes);
    List<Reading> readings = new ArrayList<>(SINGLES.readings(sample));
    readings.addAll(PAIRS.readings(sample));
    readings.sort(Comparator.comparingLong(Reading::cost));
    return readings;
  }
}
