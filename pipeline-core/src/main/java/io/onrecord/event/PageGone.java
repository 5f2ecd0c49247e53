package io.onrecord.event;

import java.time.Instant;

/**
 * A page that is no longer there, {@code io.onrecord.page.gone.v1}: its document becomes a
 * tombstone.
 *
 * @param url canonical URL
 * @param source name of the source
 * @param time when that was certain
 * @param traceparent W3C Trace Context
 * @param status the HTTP status that said so: 404 or 410
 */
public record PageGone(String url, String source, Instant time, String traceparent, int status)
    implements PageEvent {}
