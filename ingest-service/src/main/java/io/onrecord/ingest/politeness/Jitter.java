package io.onrecord.ingest.politeness;

/**
 * Spreads what would happen at one moment. The same name and number give the same spread, so that a
 * schedule can be foretold in a test.
 */
public final class Jitter {
  private Jitter() {}

  /** A number from 0 to {@code most}, both included. */
  public static long of(String name, long number, long most) {
    if (most <= 0) {
      return 0;
    }
    long mixed = (name.hashCode() * 0x9E3779B97F4A7C15L) ^ (number * 0xC2B2AE3D27D4EB4FL);
    mixed ^= mixed >>> 32;
    mixed *= 0xD6E8FEB86659FD93L;
    mixed ^= mixed >>> 29;
    return Math.floorMod(mixed, most + 1);
  }
}
