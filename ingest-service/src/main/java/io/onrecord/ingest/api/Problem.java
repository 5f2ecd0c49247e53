package io.onrecord.ingest.api;

import io.javalin.http.HttpStatus;

/**
 * What went wrong with a request (RFC 9457).
 *
 * @param type always {@code about:blank}: the status says what kind
 * @param title the status in words
 * @param status the HTTP status
 * @param detail what was wrong with this request, and what to do
 */
record Problem(String type, String title, int status, String detail) {
  static Problem of(int status, String detail) {
    return new Problem("about:blank", HttpStatus.forStatus(status).getMessage(), status, detail);
  }
}
