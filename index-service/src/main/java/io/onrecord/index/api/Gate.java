package io.onrecord.index.api;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who may ask for what.
 *
 * <p>A loopback server answers under loopback's names only: a web site whose name was made to point
 * here (DNS rebinding) must not read what is kept on this machine. What changes something is done
 * for this server's own pages and for programs, never for a page of another origin; and beyond
 * loopback only with the bearer token.
 */
final class Gate {
  private static final Pattern LOOPBACK =
      Pattern.compile(
          "(localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1])(:\\d+)?", Pattern.CASE_INSENSITIVE);

  private final boolean loopback;
  private final Optional<String> token;

  Gate(InetAddress bound, Optional<String> token) {
    this.loopback = bound.isLoopbackAddress();
    this.token = token;
  }

  void check(Context request) {
    String host = request.header("Host");
    if (loopback && host != null && !LOOPBACK.matcher(host).matches()) {
      throw new ProblemException(
          421, "this server answers to localhost only; it was asked for " + host);
    }
    if (request.method() != HandlerType.GET && request.method() != HandlerType.HEAD) {
      checkOrigin(request, String.valueOf(host));
      checkToken(request);
    }
  }

  private static void checkOrigin(Context request, String host) {
    String origin = request.header("Origin");
    String site = request.header("Sec-Fetch-Site");
    boolean ownOrigin = origin == null || origin.replaceFirst("^https?://", "").equals(host);
    boolean ownSite = site == null || site.equals("same-origin") || site.equals("none");
    if (!ownOrigin || !ownSite) {
      throw new ProblemException(403, "a page of another origin may not change anything here");
    }
  }

  private void checkToken(Context request) {
    if (token.isPresent()) {
      String given = Optional.ofNullable(request.header("Authorization")).orElse("");
      if (!same(given, "Bearer " + token.get())) {
        request.header("WWW-Authenticate", "Bearer");
        throw new ProblemException(401, "send the token: Authorization: Bearer <index.token>");
      }
    } else if (!loopback) {
      throw new ProblemException(
          403, "beyond loopback a token is needed; set index.token (ONRECORD_INDEX_TOKEN_FILE)");
    }
  }

  /** In a time that does not tell how much of it is right. */
  private static boolean same(String given, String wanted) {
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), wanted.getBytes(StandardCharsets.UTF_8));
  }
}
