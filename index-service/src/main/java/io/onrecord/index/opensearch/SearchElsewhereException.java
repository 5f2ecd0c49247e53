package io.onrecord.index.opensearch;

import java.io.IOException;

/** This instance has no index of its own to search; the message says where there is one. */
public final class SearchElsewhereException extends IOException {
  private static final long serialVersionUID = 1L;

  SearchElsewhereException(String message) {
    super(message);
  }
}
