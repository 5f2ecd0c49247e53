package io.onrecord.ingest.url;

import crawlercommons.domains.EffectiveTldFinder;

/** Which hosts are one site: those below one registered domain, by the Public Suffix List. */
public final class Site {
  private Site() {}

  /** Whether both hosts are of one site. */
  public static boolean isSame(String host, String other) {
    return host.equals(other) || of(host).equals(of(other));
  }

  /** The registered domain, or the host itself where there is none. */
  private static String of(String host) {
    String domain = EffectiveTldFinder.getAssignedDomain(host, false, true);
    return (domain == null ? host : domain).replaceFirst("^www\\.", "");
  }
}
