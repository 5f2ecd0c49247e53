/**
 * The index service: documents in, search and the web page out.
 *
 * <p>In: the documents topic. Out: an index that searches see whole as of some commit, the HTTP API
 * and the web page. {@link io.onrecord.index.IndexService} wires the parts in the order in which
 * data takes them: {@code follow} → {@code writer} → {@code search} → {@code api}; {@code rebuild}
 * puts a new index in the place of the live one; {@code analysis} is what {@code writer} and {@code
 * search} share.
 *
 * <p>{@code opensearch} is the sink beside Lucene. What may change: more that is served. A Lucene
 * index belongs to one instance. Where to look next: {@code README.md} of this module.
 */
@NullMarked
package io.onrecord.index;

import org.jspecify.annotations.NullMarked;
