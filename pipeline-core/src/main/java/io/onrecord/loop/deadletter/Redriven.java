package io.onrecord.loop.deadletter;

/**
 * What a redrive did.
 *
 * @param redriven letters that are back where they came from
 * @param superseded letters that were closed because their key has a newer record
 * @param homeless letters that do not say where they came from; they stay
 */
public record Redriven(int redriven, int superseded, int homeless) {
  static final Redriven NONE = new Redriven(0, 0, 0);

  Redriven plus(Redriven other) {
    return new Redriven(
        redriven + other.redriven, superseded + other.superseded, homeless + other.homeless);
  }
}
