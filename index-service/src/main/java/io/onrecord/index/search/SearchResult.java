package io.onrecord.index.search;

import java.util.List;
import java.util.Optional;

/**
 * A page of hits.
 *
 * @param total how many documents match
 * @param page which page this is, from 1
 * @param size how many hits a page holds
 * @param partial true when no document has all that was asked and these have at least half of it
 * @param hits best first
 * @param facets counts over all hits, when asked for
 */
public record SearchResult(
    long total, int page, int size, boolean partial, List<Hit> hits, Optional<Facets> facets) {

  /**
   * The most frequent values over all hits.
   *
   * @param languages of documents
   * @param sites of documents
   * @param speakers in documents
   */
  public record Facets(List<Count> languages, List<Count> sites, List<Count> speakers) {}

  /** How many of the hits have a value. */
  public record Count(String value, long documents) {}
}
