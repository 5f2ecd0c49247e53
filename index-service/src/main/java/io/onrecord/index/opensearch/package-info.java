/**
 * Keeps an index in OpenSearch in step with the documents topic.
 *
 * <p>In: batches of changes, as every {@link io.onrecord.index.writer.DocumentSink} takes them.
 * Out: bulk requests whose every item is settled before the positions move; documents that
 * OpenSearch will never take, for the dead letters; and an alias that names one whole index at
 * every moment.
 *
 * <p>What the promises rest on:
 *
 * <ul>
 *   <li>Each write carries its record's offset as an external version. An older revision never
 *       replaces a newer one, a write that is given again changes nothing, and a tombstone is a
 *       version like any other.
 *   <li>Writes go to the alias and require that it is one: nobody's mistake makes an index without
 *       our mapping.
 *   <li>Of a bulk only items that were answered 429 or 503 are given again, after a wait that
 *       doubles, with jitter, and is no shorter than {@code Retry-After}. 400 and 413 are the
 *       document's own fault and become dead letters. Everything else is the world's.
 *   <li>The positions are a document per index in {@code <alias>-positions}, written last.
 * </ul>
 *
 * <p>The client is the JDK's. {@code opensearch-java} was weighed: it brings five jars, maps every
 * document to objects and back where we have its bytes already, has no limit for the size of an
 * answer, and hides {@code Retry-After}. We need six requests.
 *
 * <p>What may change: fields and their analysis, in {@code index.json} beside this package's
 * resources; a rebuild takes them into use. Where to look next: {@link
 * io.onrecord.index.opensearch.OpenSearchIndex}.
 */
@NullMarked
package io.onrecord.index.opensearch;

import org.jspecify.annotations.NullMarked;
