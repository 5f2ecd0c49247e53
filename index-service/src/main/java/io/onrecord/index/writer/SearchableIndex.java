package io.onrecord.index.writer;

import io.onrecord.index.analysis.SearchAnalyzer;
import java.io.IOException;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;

/** An index that can be asked; every answer is of a whole index as of some commit. */
public interface SearchableIndex {

  /** A question to an open index. */
  @FunctionalInterface
  interface Search<T> {
    T on(IndexSearcher searcher) throws IOException;
  }

  /** Asks the index as of its last commit; it stays as it is for as long as the question takes. */
  <T> T search(Search<T> search) throws IOException;

  /** The analysis that queries share with the index. */
  SearchAnalyzer analyzer();

  /** How many documents can be found now. */
  default int documents() throws IOException {
    return search(searcher -> searcher.getIndexReader().numDocs());
  }

  /** Whether the document can be found now. */
  default boolean contains(String id) throws IOException {
    return search(searcher -> searcher.count(new TermQuery(new Term(Fields.ID, id))) > 0);
  }
}
