/**
 * OPML 2.0, in which feed readers exchange lists of subscriptions.
 *
 * <p>In: a file that a reader exported, or our sources. Out: the feeds in it with the names of the
 * folders that they are in ({@link io.onrecord.ingest.source.opml.Opml}), or a file.
 */
@NullMarked
package io.onrecord.ingest.source.opml;

import org.jspecify.annotations.NullMarked;
