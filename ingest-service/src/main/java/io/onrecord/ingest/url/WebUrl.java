package io.onrecord.ingest.url;

import java.util.List;
import java.util.Optional;

/**
 * A URL as the WHATWG URL Standard sees it, for the schemes that pages have.
 *
 * @param scheme {@code http}, {@code https} or {@code file}
 * @param username percent-encoded, empty if none
 * @param password percent-encoded, empty if none
 * @param host ASCII, lower case; IPv6 in brackets; empty for files of this machine
 * @param port empty if it is the scheme's own
 * @param path its segments, percent-encoded
 * @param query without its question mark, percent-encoded
 * @param fragment without its number sign, percent-encoded
 */
public record WebUrl(
    String scheme,
    String username,
    String password,
    String host,
    Optional<Integer> port,
    List<String> path,
    Optional<String> query,
    Optional<String> fragment) {

  public WebUrl {
    path = List.copyOf(path);
  }

  /**
   * Reads an absolute URL.
   *
   * @throws InvalidUrlException if it is none, or of another scheme
   */
  public static WebUrl parse(String text) {
    return new WebUrlParser(text, Optional.empty()).parse();
  }

  /**
   * Reads a URL that stands in a page with this one.
   *
   * @throws InvalidUrlException if it is none, or of another scheme
   */
  public WebUrl resolve(String text) {
    return new WebUrlParser(text, Optional.of(this)).parse();
  }

  /** The URL as text; reading it again gives the same URL. */
  public String href() {
    StringBuilder href = new StringBuilder(scheme).append("://");
    if (!username.isEmpty() || !password.isEmpty()) {
      href.append(username);
      if (!password.isEmpty()) {
        href.append(':').append(password);
      }
      href.append('@');
    }
    href.append(authority());
    href.append(pathAndQuery());
    fragment.ifPresent(f -> href.append('#').append(f));
    return href.toString();
  }

  /** Host, and port if it is not the scheme's own. */
  public String authority() {
    return port.map(p -> host + ":" + p).orElse(host);
  }

  /** What a server is asked for. */
  public String pathAndQuery() {
    String joined = "/" + String.join("/", path);
    return query.map(q -> joined + "?" + q).orElse(joined);
  }

  /** The port that is dialled. */
  public int effectivePort() {
    return port.orElse(scheme.equals("https") ? 443 : 80);
  }

  boolean isFile() {
    return scheme.equals("file");
  }

  WebUrl with(Optional<String> newQuery) {
    return new WebUrl(scheme, username, password, host, port, path, newQuery, fragment);
  }

  /** Without credentials and fragment, which say nothing about which page it is. */
  WebUrl bare() {
    return new WebUrl(scheme, "", "", host, port, path, query, Optional.empty());
  }
}
