/**
 * What an input names: a file, a folder of files, or a URL.
 *
 * <p>In: text from a command line or a configuration. Out: {@link io.onrecord.ingest.source.Item}s
 * in a fixed order, or a refusal that says what is wrong with the input. {@link
 * io.onrecord.ingest.source.FilePages} reads a file in bounds.
 *
 * <p>Formats that list pages are packages of their own: {@code feed}, {@code sitemap}, {@code
 * opml}.
 *
 * <p>What may change: {@code content-types.tsv}. Where to look next: {@code
 * io.onrecord.ingest.fetch} for URLs.
 */
@NullMarked
package io.onrecord.ingest.source;

import org.jspecify.annotations.NullMarked;
