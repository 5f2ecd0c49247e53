/**
 * When to come again: pure arithmetic on what was seen.
 *
 * <p>In: the last interval, whether something had changed, what the server wishes, the time. Out:
 * the next interval and moment ({@link io.onrecord.ingest.schedule.Revisit}), spread by a jitter
 * that depends on the address and the moment only. No clock is read here.
 *
 * <p>What may change: the bounds, which are settings.
 */
@NullMarked
package io.onrecord.ingest.schedule;

import org.jspecify.annotations.NullMarked;
