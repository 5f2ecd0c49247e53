package io.onrecord.index.api;

import io.javalin.http.Context;
import io.onrecord.event.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * A file of the web page, read once.
 *
 * @param bytes its content
 * @param type its media type
 * @param tag its version, for caches
 */
record WebPage(byte[] bytes, String type, String tag) {
  private static final String FOLDER = "/io/onrecord/index/web/";

  static WebPage load(String name, String type) {
    try (InputStream in = WebPage.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("the web page's file %s is missing".formatted(name));
      }
      byte[] bytes = in.readAllBytes();
      return new WebPage(bytes, type, "\"%s\"".formatted(Sha256.hex(bytes)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void serve(Context request) {
    request.header("ETag", tag).header("Cache-Control", "no-cache");
    String known = request.header("If-None-Match");
    if (known != null && known.contains(tag)) {
      request.status(304);
    } else {
      request.contentType(type).result(bytes);
    }
  }
}
