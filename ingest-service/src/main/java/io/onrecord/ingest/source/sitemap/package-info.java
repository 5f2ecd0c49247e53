/**
 * Sitemaps: plain, news, indexes, text files and compressed ones, by crawler-commons' parser.
 *
 * <p>In: the bytes of a sitemap and its address. Out: the pages that it lists with their dates, or
 * the sitemaps that it lists ({@link io.onrecord.ingest.source.sitemap.Sitemap}). Only addresses of
 * the sitemap's own site are kept: a sitemap speaks for its site and no other.
 *
 * <p>Where to look next: {@code io.onrecord.ingest.politeness.RobotsTxt#sitemaps}, which names
 * them.
 */
@NullMarked
package io.onrecord.ingest.source.sitemap;

import org.jspecify.annotations.NullMarked;
