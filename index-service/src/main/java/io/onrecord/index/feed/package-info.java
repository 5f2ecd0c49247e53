/**
 * The newest documents of a search as feeds.
 *
 * <p>In: documents and the address that they were asked at. Out: Atom (RFC 4287) and JSON Feed 1.1,
 * the same bytes for the same documents, so that a reader's ETag holds. An entry's id is made of
 * the document's id and never changes.
 */
@NullMarked
package io.onrecord.index.feed;

import org.jspecify.annotations.NullMarked;
