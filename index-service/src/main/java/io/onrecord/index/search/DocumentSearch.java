package io.onrecord.index.search;

import io.onrecord.document.Document;
import io.onrecord.document.DocumentJson;
import io.onrecord.index.writer.Fields;
import io.onrecord.index.writer.SearchableIndex;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.Weight;

/** Searches an index and reads documents from it. Thread-safe. */
public final class DocumentSearch {
  private static final int EXACT_TOTAL = Integer.MAX_VALUE;
  private static final int MOST_MARKS = 2_000;
  private static final Sort NEWEST =
      new Sort(new SortField(Fields.TIME, SortField.Type.LONG, true), SortField.FIELD_DOC);

  /** Room for the longest query: three fields, words and all of their pairs, phrases on top. */
  private static final int MOST_CLAUSES = 1 << 14;

  static {
    IndexSearcher.setMaxClauseCount(MOST_CLAUSES);
  }

  private final SearchableIndex index;

  public DocumentSearch(SearchableIndex index) {
    this.index = index;
  }

  /** A page of the documents that match. */
  public SearchResult search(SearchRequest request) throws IOException {
    ParsedQuery query = new ParsedQuery(index.analyzer(), request.query());
    List<Query> filters = Filters.of(request, index.analyzer());
    return index.search(
        searcher -> {
          Found all = find(searcher, query.all(), filters, request, query.asksForSomething());
          if (all.top.totalHits.value() == 0) {
            Optional<Query> some = query.some();
            if (some.isPresent()) {
              Found partly = find(searcher, some.get(), filters, request, true);
              return result(searcher, request, query, partly, partly.top.totalHits.value() > 0);
            }
          }
          return result(searcher, request, query, all, false);
        });
  }

  /** The document as published, byte for byte. */
  public Optional<byte[]> json(String id) throws IOException {
    return index.search(
        searcher -> {
          TopDocs found = searcher.search(new TermQuery(new Term(Fields.ID, id)), 1);
          return found.scoreDocs.length == 0
              ? Optional.empty()
              : Optional.of(json(searcher.storedFields(), found.scoreDocs[0].doc));
        });
  }

  private record Found(TopDocs top, Optional<SearchResult.Facets> facets) {}

  private static Found find(
      IndexSearcher searcher,
      Query query,
      List<Query> filters,
      SearchRequest request,
      boolean ranked)
      throws IOException {
    BooleanQuery.Builder filtered = new BooleanQuery.Builder().add(query, Occur.MUST);
    filters.forEach(filter -> filtered.add(filter, Occur.FILTER));
    int depth = request.page() * request.size();
    boolean byScore = ranked && request.order() == SearchRequest.Order.RELEVANCE;
    CollectorManager<?, ? extends TopDocs> top =
        byScore
            ? new TopScoreDocCollectorManager(depth, null, EXACT_TOTAL)
            : new TopFieldCollectorManager(NEWEST, depth, null, EXACT_TOTAL);
    if (!request.facets()) {
      return new Found(searcher.search(filtered.build(), top), Optional.empty());
    }
    Object[] both =
        searcher.search(filtered.build(), new MultiCollectorManager(top, new FacetCounts()));
    return new Found((TopDocs) both[0], Optional.of((SearchResult.Facets) both[1]));
  }

  private static SearchResult result(
      IndexSearcher searcher,
      SearchRequest request,
      ParsedQuery query,
      Found found,
      boolean partial)
      throws IOException {
    ScoreDoc[] all = found.top.scoreDocs;
    int from = Math.min(all.length, (request.page() - 1) * request.size());
    List<Weight> textMarks = weights(searcher, query.marks(Fields.TEXT, partial));
    List<Weight> titleMarks = weights(searcher, query.marks(Fields.TITLE, partial));
    List<Hit> hits = new ArrayList<>();
    for (ScoreDoc scored : Arrays.asList(all).subList(from, all.length)) {
      Document document = DocumentJson.read(json(searcher.storedFields(), scored.doc));
      hits.add(
          hit(
              document,
              Float.isNaN(scored.score) ? 0 : scored.score,
              marks(searcher, titleMarks, Fields.TITLE, scored.doc),
              marks(searcher, textMarks, Fields.TEXT, scored.doc)));
    }
    return new SearchResult(
        found.top.totalHits.value(),
        request.page(),
        request.size(),
        partial,
        List.copyOf(hits),
        found.facets);
  }

  private static Hit hit(
      Document document, float score, List<Mark> titleMarks, List<Mark> textMarks) {
    String title = document.title().orElse("");
    return new Hit(
        document.id(),
        document.title(),
        Mark.pieces(title, 0, title.length(), Mark.merged(titleMarks)),
        document.url(),
        document.site(),
        document.language(),
        document.publishedAt(),
        document.fetchedAt(),
        document.kind().wireName(),
        document.interview().interviewees(),
        score,
        Passages.of(document, textMarks));
  }

  private static List<Weight> weights(IndexSearcher searcher, List<Query> queries)
      throws IOException {
    List<Weight> weights = new ArrayList<>();
    for (Query query : queries) {
      Query rewritten = searcher.rewrite(query);
      weights.add(searcher.createWeight(rewritten, ScoreMode.COMPLETE_NO_SCORES, 1));
    }
    return weights;
  }

  /** Where the needles are in a field of one document; bounded for texts that repeat one word. */
  private static List<Mark> marks(
      IndexSearcher searcher, List<Weight> needles, String field, int document) throws IOException {
    List<LeafReaderContext> segments = searcher.getIndexReader().leaves();
    LeafReaderContext segment = segments.get(ReaderUtil.subIndex(document, segments));
    List<Mark> marks = new ArrayList<>();
    for (int needle = 0; needle < needles.size(); needle++) {
      Matches matches = needles.get(needle).matches(segment, document - segment.docBase);
      MatchesIterator places = matches == null ? null : matches.getMatches(field);
      while (places != null && marks.size() < MOST_MARKS && places.next()) {
        marks.add(new Mark(places.startOffset(), places.endOffset(), needle));
      }
    }
    return marks;
  }

  private static byte[] json(StoredFields stored, int document) throws IOException {
    IndexableField field = stored.document(document, Set.of(Fields.JSON)).getField(Fields.JSON);
    var bytes = field.binaryValue();
    return Arrays.copyOfRange(bytes.bytes, bytes.offset, bytes.offset + bytes.length);
  }
}
