package io.onrecord.event;

/**
 * The key of a page and of its document: the first 128 bits of SHA-256 over the canonical URL, 32
 * lower-case hex digits. The same page always has the same id, lands in the same partition, and
 * replaces itself.
 */
public final class DocumentId {
  private DocumentId() {}

  /** The id of the page with this canonical URL. */
  public static String of(String canonicalUrl) {
    return Sha256.hex(canonicalUrl).substring(0, 32);
  }

  /** The canonical URL of a pushed page that has none of its own: named by its bytes. */
  public static String urn(byte[] body) {
    return "urn:sha256:" + Sha256.hex(body);
  }
}
