package io.onrecord.index.api;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.util.regex.Pattern;

/**
 * Refuses requests that reach a loopback server under a name that is not loopback's: a web site
 * whose name was made to point here (DNS rebinding) must not read what is kept on this machine.
 */
final class OwnHost {
  private static final Pattern LOOPBACK =
      Pattern.compile(
          "(localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1])(:\\d+)?", Pattern.CASE_INSENSITIVE);

  private final boolean loopback;

  OwnHost(InetAddress bound) {
    this.loopback = bound.isLoopbackAddress();
  }

  void check(Context request) {
    String host = request.header("Host");
    if (loopback && host != null && !LOOPBACK.matcher(host).matches()) {
      throw new ProblemException(
          421, "this server answers to localhost only; it was asked for " + host);
    }
  }
}
