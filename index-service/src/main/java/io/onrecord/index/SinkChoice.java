package io.onrecord.index;

/** Where the index is kept. */
enum SinkChoice {
  LUCENE(true, false),
  OPENSEARCH(false, true),
  BOTH(true, true);

  private final boolean lucene;
  private final boolean openSearch;

  SinkChoice(boolean lucene, boolean openSearch) {
    this.lucene = lucene;
    this.openSearch = openSearch;
  }

  boolean lucene() {
    return lucene;
  }

  boolean openSearch() {
    return openSearch;
  }
}
