package io.onrecord.index.opensearch;

import io.onrecord.index.analysis.SearchAnalyzer;
import io.onrecord.index.writer.SearchableIndex;
import java.io.IOException;

/** Stands where an embedded index would: there is none, and questions belong to OpenSearch. */
public final class SearchedElsewhere implements SearchableIndex, AutoCloseable {
  private final OpenSearchIndex index;
  private final SearchAnalyzer analyzer = new SearchAnalyzer();

  public SearchedElsewhere(OpenSearchIndex index) {
    this.index = index;
  }

  /** Refuses and says where to ask. */
  @Override
  public <T> T search(Search<T> search) throws IOException {
    throw new SearchElsewhereException(
        "this instance keeps its index in OpenSearch; search it at %s, or set index.sink to both"
            .formatted(index.address().searchUrl()));
  }

  @Override
  public SearchAnalyzer analyzer() {
    return analyzer;
  }

  @Override
  public int documents() throws IOException {
    return index.documents();
  }

  @Override
  public boolean contains(String id) throws IOException {
    return index.contains(id);
  }

  @Override
  public void close() {
    analyzer.close();
  }
}
