package io.onrecord.ingest.api;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.onrecord.ingest.websub.Callbacks;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who may ask for what.
 *
 * <p>On loopback everybody on this machine may, except a browser on behalf of a web site: neither
 * by a name that was made to point here (DNS rebinding shows in {@code Host}) nor by a form or
 * script of another origin ({@code Origin}, {@code Sec-Fetch-Site}). Beyond loopback whatever
 * changes something needs the bearer token; without one configured nothing can be changed from
 * there.
 */
final class Gate {
  private static final Pattern LOOPBACK =
      Pattern.compile(
          "(localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1])(:\\d+)?", Pattern.CASE_INSENSITIVE);

  private final boolean loopback;
  private final Optional<String> token;
  private final boolean hubsCall;

  /**
   * A gate.
   *
   * @param hubsCall whether hubs call from elsewhere; their addresses are known to them only
   */
  Gate(InetAddress bound, Optional<String> token, boolean hubsCall) {
    this.hubsCall = hubsCall;
    this.loopback = bound.isLoopbackAddress();
    this.token = token;
  }

  void check(Context request) {
    if (hubsCall && request.path().startsWith(Callbacks.PATH)) {
      return;
    }
    String host = Optional.ofNullable(request.header("Host")).orElse("");
    if (loopback && !LOOPBACK.matcher(host).matches()) {
      throw new ProblemException(
          421, "this server answers to localhost only; it was asked for " + host);
    }
    if (request.method() != HandlerType.GET && request.method() != HandlerType.HEAD) {
      checkOrigin(request, host);
      checkToken(request);
    }
  }

  private static void checkOrigin(Context request, String host) {
    String origin = request.header("Origin");
    String site = request.header("Sec-Fetch-Site");
    boolean ownOrigin = origin == null || origin.equalsIgnoreCase("http://" + host);
    boolean ownSite = site == null || site.equals("same-origin") || site.equals("none");
    if (!ownOrigin || !ownSite) {
      throw new ProblemException(
          403, "a page of another origin may not push; push with a program, not from a browser");
    }
  }

  private void checkToken(Context request) {
    if (token.isPresent()) {
      String given = Optional.ofNullable(request.header("Authorization")).orElse("");
      if (!same(given, "Bearer " + token.get())) {
        request.header("WWW-Authenticate", "Bearer");
        throw new ProblemException(401, "send the token: Authorization: Bearer <ingest.token>");
      }
    } else if (!loopback) {
      throw new ProblemException(
          403, "beyond loopback a token is needed; set ingest.token (ONRECORD_INGEST_TOKEN_FILE)");
    }
  }

  /** In a time that does not tell how much of it is right. */
  private static boolean same(String given, String wanted) {
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), wanted.getBytes(StandardCharsets.UTF_8));
  }
}
