package io.onrecord.ingest.url;

/** Text that is no URL of a page; the message says what is wrong with it. */
public final class InvalidUrlException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidUrlException(String url, String problem) {
    super("%s is no usable URL: %s".formatted(url, problem));
  }
}
