package io.onrecord.index.search;

import io.onrecord.index.writer.Fields;
import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/** Counts the languages, sites and speakers of everything that a search finds, in the same pass. */
final class FacetCounts implements CollectorManager<FacetCounts.Counting, SearchResult.Facets> {
  private static final int MOST_VALUES = 50;
  private static final List<String> FIELDS =
      List.of(Fields.LANGUAGE_FACET, Fields.SITE_FACET, Fields.SPEAKER_FACET);

  @Override
  public Counting newCollector() {
    return new Counting();
  }

  @Override
  public SearchResult.Facets reduce(Collection<Counting> collectors) {
    return new SearchResult.Facets(
        top(Fields.LANGUAGE_FACET, collectors),
        top(Fields.SITE_FACET, collectors),
        top(Fields.SPEAKER_FACET, collectors));
  }

  private static List<SearchResult.Count> top(String field, Collection<Counting> collectors) {
    Map<String, Long> counts = new HashMap<>();
    for (Counting collector : collectors) {
      collector.counts.get(field).forEach((value, count) -> counts.merge(value, count, Long::sum));
    }
    return counts.entrySet().stream()
        .map(entry -> new SearchResult.Count(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparingLong(SearchResult.Count::documents)
                .reversed()
                .thenComparing(SearchResult.Count::value))
        .limit(MOST_VALUES)
        .toList();
  }

  /** Counts by ordinal within a segment, by value across segments. */
  static final class Counting implements Collector {
    private final Map<String, Map<String, Long>> counts = new HashMap<>();

    private Counting() {
      FIELDS.forEach(field -> counts.put(field, new HashMap<>()));
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext segment) throws IOException {
      SortedSetDocValues[] values = new SortedSetDocValues[FIELDS.size()];
      long[][] found = new long[values.length][];
      for (int i = 0; i < values.length; i++) {
        values[i] = DocValues.getSortedSet(segment.reader(), FIELDS.get(i));
        found[i] = new long[Math.toIntExact(values[i].getValueCount())];
      }
      return new LeafCollector() {
        @Override
        public void setScorer(Scorable scorer) {
          // counting needs no scores
        }

        @Override
        public void collect(int document) throws IOException {
          for (int i = 0; i < values.length; i++) {
            if (values[i].advanceExact(document)) {
              for (int n = values[i].docValueCount(); n > 0; n--) {
                found[i][(int) values[i].nextOrd()]++;
              }
            }
          }
        }

        @Override
        public void finish() throws IOException {
          for (int i = 0; i < values.length; i++) {
            for (int ord = 0; ord < found[i].length; ord++) {
              if (found[i][ord] > 0) {
                String value = values[i].lookupOrd(ord).utf8ToString();
                counts.get(FIELDS.get(i)).merge(value, found[i][ord], Long::sum);
              }
            }
          }
        }
      };
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }
}
