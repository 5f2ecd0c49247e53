package io.onrecord.index.api;

import io.javalin.http.Context;
import io.onrecord.document.Document;
import io.onrecord.document.DocumentJson;
import io.onrecord.event.Sha256;
import io.onrecord.index.search.DocumentSearch;
import java.io.IOException;
import java.util.regex.Pattern;

/** One document, and the page that it was made of. */
final class DocumentRoutes {
  private static final Pattern CHARSET = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,39}");

  /** What the page's bytes say must never run, whatever a browser takes them for. */
  private static final String SANDBOX = "sandbox; default-src 'none'; frame-ancestors 'none'";

  private final DocumentSearch search;
  private final RawPages pages;

  DocumentRoutes(DocumentSearch search, RawPages pages) {
    this.search = search;
    this.pages = pages;
  }

  /** {@code GET /api/documents/{id}}: the document as published, byte for byte. */
  void document(Context request) throws IOException {
    byte[] json = json(request);
    if (!isKnown(request, Sha256.hex(json))) {
      request.contentType(Json.TYPE).result(json);
    }
  }

  /** {@code GET /api/documents/{id}/page}: the page's bytes from their place in the topic. */
  void page(Context request) throws IOException {
    Document document = DocumentJson.read(json(request));
    request.header("Content-Security-Policy", SANDBOX);
    if (!isKnown(request, document.provenance().body())) {
      byte[] body = pages.read(document.provenance());
      request.contentType(type(document)).result(body);
    }
  }

  private byte[] json(Context request) throws IOException {
    String id = request.pathParam("id");
    return search
        .json(id)
        .orElseThrow(() -> new ProblemException(404, "no document has the id " + id));
  }

  /** The browser has this version already: nothing is sent. */
  static boolean isKnown(Context request, String version) {
    String tag = "\"%s\"".formatted(version);
    request.header("ETag", tag).header("Cache-Control", "no-cache");
    String known = request.header("If-None-Match");
    boolean same = known != null && known.contains(tag);
    if (same) {
      request.status(304);
    }
    return same;
  }

  /** Text that a browser shows as text, in the charset that the document was read with. */
  private static String type(Document document) {
    String charset = document.encoding().charset();
    boolean text = !charset.equals("binary") && CHARSET.matcher(charset).matches();
    return text ? "text/plain; charset=" + charset : "application/octet-stream";
  }
}
