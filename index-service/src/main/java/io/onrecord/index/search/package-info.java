/**
 * Finds documents.
 *
 * <p>In: what a person typed and the filters beside it ({@link
 * io.onrecord.index.search.SearchRequest}). Out: a page of hits, best first, each with the passages
 * that match ({@link io.onrecord.index.search.SearchResult}); {@link
 * io.onrecord.index.search.DocumentSearch} is the front door.
 *
 * <p>Whatever is typed is a valid query. Words and phrases must all be there; when no document has
 * them all, those that have at least half of them are shown and the result says so.
 *
 * <p>What may change: weights and passages. Field names of the result are the HTTP API's. Where to
 * look next: {@code io.onrecord.index.analysis} for what counts as the same word.
 */
@NullMarked
package io.onrecord.index.search;

import org.jspecify.annotations.NullMarked;
