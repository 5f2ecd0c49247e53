/**
 * URLs: reading them as browsers do, and the one spelling of each page that names it.
 *
 * <p>In: a URL as somebody wrote it, possibly relative. Out: a {@link
 * io.onrecord.ingest.url.WebUrl} (the WHATWG URL Standard for {@code http}, {@code https} and
 * {@code file}), and from it a {@link io.onrecord.ingest.url.CanonicalUrl}, which is what document
 * ids are made of.
 *
 * <p>What may change: lines in {@code tracking-parameters.txt} (which changes the ids of pages that
 * carry them, so add rarely). The rest is the standard's. Where to look next: {@code
 * io.onrecord.ingest.fetch}, which resolves redirects with it.
 */
@NullMarked
package io.onrecord.ingest.url;

import org.jspecify.annotations.NullMarked;
