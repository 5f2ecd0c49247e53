/**
 * The thin service around the normalizer: pages topic in, documents topic out, over the loop of
 * {@code io.onrecord.loop}.
 *
 * <p>In: page events. Out: document events, tombstones for pages that are gone, dead letters for
 * pages that no stage can read. What may change: the mapping of events. Cleaning belongs in the
 * stages, which know nothing of Kafka. Where to look next: {@code
 * io.onrecord.normalize.service.replay} reads kept pages again.
 */
@NullMarked
package io.onrecord.normalize.service;

import org.jspecify.annotations.NullMarked;
