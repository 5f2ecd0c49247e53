package io.onrecord.index.search;

import io.onrecord.index.writer.Days;
import java.util.Optional;

/**
 * A search.
 *
 * @param query as typed; blank finds every document, newest first
 * @param language a tag or its beginning: {@code zh} finds {@code zh-Hans} and {@code zh-Hant}
 * @param site a site's name, its host, or a domain above it
 * @param speaker a name or a part of it, in either script
 * @param kind {@code interview}, {@code transcript}, {@code article} or {@code other}
 * @param from published on these days or later
 * @param to published on these days or earlier
 * @param order how hits are sorted
 * @param page from 1
 * @param size hits a page
 * @param facets whether to count languages, sites and speakers of all hits
 */
public record SearchRequest(
    String query,
    Optional<String> language,
    Optional<String> site,
    Optional<String> speaker,
    Optional<String> kind,
    Optional<Days> from,
    Optional<Days> to,
    Order order,
    int page,
    int size,
    boolean facets) {

  /** The longest query, in characters. */
  public static final int LONGEST_QUERY = 500;

  public static final int LARGEST_SIZE = 100;
  public static final int DEFAULT_SIZE = 10;

  /** How deep pages go: hits beyond this are reached by a narrower search. */
  public static final int DEEPEST = 10_000;

  /** How hits are sorted. */
  public enum Order {
    RELEVANCE,
    NEWEST
  }

  public SearchRequest {
    if (query.length() > LONGEST_QUERY) {
      throw new IllegalArgumentException(
          "the query has %d characters; at most %d are searched"
              .formatted(query.length(), LONGEST_QUERY));
    }
    if (page < 1) {
      throw new IllegalArgumentException("page is %d; pages count from 1".formatted(page));
    }
    if (size < 1 || size > LARGEST_SIZE) {
      throw new IllegalArgumentException(
          "size is %d; a page holds 1 to %d hits".formatted(size, LARGEST_SIZE));
    }
    if ((long) page * size > DEEPEST) {
      throw new IllegalArgumentException(
          "page %d of %d hits is deeper than %d hits; narrow the search by a filter or a date instead"
              .formatted(page, size, DEEPEST));
    }
  }

  /** The same, newest first. */
  public SearchRequest newestFirst() {
    return new SearchRequest(
        query, language, site, speaker, kind, from, to, Order.NEWEST, page, size, facets);
  }

  /** The first page of all that matches. */
  public static SearchRequest of(String query) {
    return new SearchRequest(
        query,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Order.RELEVANCE,
        1,
        DEFAULT_SIZE,
        false);
  }
}
