package io.onrecord.normalize.structure.metadata;

import java.util.Locale;
import java.util.Optional;

/** The site of an address: its host without {@code www.}. */
final class Site {
  private Site() {}

  static String of(String url) {
    int scheme = url.indexOf("://");
    if (scheme < 0) {
      return "";
    }
    int from = scheme + 3;
    int end = from;
    while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    String authority = url.substring(from, end);
    String host = authority.substring(authority.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    int port = host.startsWith("[") ? host.indexOf(':', host.indexOf(']')) : host.indexOf(':');
    String bare = port < 0 ? host : host.substring(0, port);
    return bare.startsWith("www.") ? bare.substring(4) : bare;
  }

  /** The declared address, where it is absolute and on the page's own site. */
  static Optional<String> sameSite(Optional<String> declared, String url) {
    return declared.filter(address -> !of(address).isEmpty() && of(address).equals(of(url)));
  }
}
