package io.onrecord.index.search;

import io.onrecord.index.analysis.SearchAnalyzer;
import io.onrecord.index.writer.Fields;
import io.onrecord.index.writer.LuceneIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** The filters of a search; they decide what is found and never how it is ranked. */
final class Filters {
  private Filters() {}

  static List<Query> of(SearchRequest request, SearchAnalyzer analyzer) {
    List<Query> filters = new ArrayList<>();
    exact(Fields.LANGUAGE, request.language()).ifPresent(filters::add);
    exact(Fields.SITE, request.site()).ifPresent(filters::add);
    exact(Fields.KIND, request.kind()).ifPresent(filters::add);
    request.speaker().map(name -> speaker(name, analyzer)).ifPresent(filters::add);
    request
        .from()
        .map(from -> from.first().toEpochDay())
        .map(day -> LongPoint.newRangeQuery(Fields.LAST_DAY, day, Long.MAX_VALUE))
        .ifPresent(filters::add);
    request
        .to()
        .map(to -> to.last().toEpochDay())
        .map(day -> LongPoint.newRangeQuery(Fields.FIRST_DAY, Long.MIN_VALUE, day))
        .ifPresent(filters::add);
    return filters;
  }

  private static Optional<Query> exact(String field, Optional<String> value) {
    return value.map(v -> new TermQuery(new Term(field, LuceneIndex.filterTerm(v))));
  }

  private static Query speaker(String name, SearchAnalyzer analyzer) {
    var terms = analyzer.terms(name);
    return terms.isEmpty()
        ? new MatchNoDocsQuery("a name of punctuation only")
        : new Needle(terms).row(Fields.SPEAKER);
  }
}
