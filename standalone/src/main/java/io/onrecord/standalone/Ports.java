package io.onrecord.standalone;

/**
 * Where a standalone system listens, on loopback; 0 takes any free port.
 *
 * @param web the web page and the search API
 * @param ingest where pages are pushed
 * @param normalize health and metrics of normalize
 * @param kafka the broker
 */
public record Ports(int web, int ingest, int normalize, int kafka) {
  /** Where {@code up} is found unless told otherwise. */
  public static final int DEFAULT = 7700;

  /** Any free ports. */
  public static final Ports FREE = new Ports(0, 0, 0, 0);

  /** Four ports in a row from this one; any free ones for 0. */
  public static Ports from(int first) {
    return first == 0 ? FREE : new Ports(first, first + 1, first + 2, first + 3);
  }
}
