package io.onrecord.normalize.decode.statistics;

/**
 * What it costs to read the sample in an encoding.
 *
 * @param encoding the name as in {@code labels.txt}
 * @param language the model under which the reading is cheapest
 * @param cost −8·ln of the probability; comparable among readings of one sample only
 * @param errors sequences or bytes without a meaning
 */
public record Reading(String encoding, String language, long cost, int errors) {

  /** The same reading after evidence from elsewhere. */
  Reading plus(long more) {
    return new Reading(encoding, language, cost + more, errors);
  }
}
