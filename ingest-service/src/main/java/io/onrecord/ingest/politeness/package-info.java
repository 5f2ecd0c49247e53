/**
 * What a site's owner wishes: robots.txt (RFC 9309), robots tags, rights, and pace.
 *
 * <p>In: a URL that is about to be fetched. Out: what its site's robots.txt says of it ({@link
 * io.onrecord.ingest.politeness.RobotsTxt}), fetched once and kept for a day ({@link
 * io.onrecord.ingest.politeness.RobotsCache}); whether its host may be asked now ({@link
 * io.onrecord.ingest.politeness.HostPaces}); and what the page itself says ({@link
 * io.onrecord.ingest.politeness.PageSignals}). Every fetch goes by them, also of what a person
 * names.
 *
 * <p>Where to look next: {@code io.onrecord.ingest.follow} and {@code Intake}, which ask.
 */
@NullMarked
package io.onrecord.ingest.politeness;

import org.jspecify.annotations.NullMarked;
