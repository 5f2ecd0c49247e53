/**
 * What a site's owner allows: robots.txt (RFC 9309).
 *
 * <p>In: a URL that somebody wants to fetch. Out: what its site's robots.txt says of it ({@link
 * io.onrecord.ingest.politeness.RobotsTxt}), fetched once and kept for a day ({@link
 * io.onrecord.ingest.politeness.RobotsCache}). A page that a person names is theirs to fetch;
 * robots.txt binds what follows sources by itself.
 *
 * <p>Where to look next: {@code io.onrecord.ingest.fetch}, which fetches it in bounds.
 */
@NullMarked
package io.onrecord.ingest.politeness;

import org.jspecify.annotations.NullMarked;
