/**
 * The sources that are followed: named once, kept in a topic, the same for every instance.
 *
 * <p>In: names and addresses from the API, the command line, a file ({@link
 * io.onrecord.ingest.sources.SourcesFile}: a list, YAML or OPML). Out: {@link
 * io.onrecord.ingest.sources.NamedSource}s ({@link io.onrecord.ingest.sources.SourceBook}), and how
 * each is doing ({@link io.onrecord.ingest.sources.SourceHealth}).
 *
 * <p>What may change: fields may be added to a source. Where to look next: {@code
 * io.onrecord.ingest.follow}.
 */
@NullMarked
package io.onrecord.ingest.sources;

import org.jspecify.annotations.NullMarked;
