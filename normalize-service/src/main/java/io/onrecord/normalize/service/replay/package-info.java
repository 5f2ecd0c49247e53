/**
 * The documents again, from the raw pages that are kept: to see what a better normalizer makes of
 * them before anybody else does.
 *
 * <p>In: the pages topic up to where it ends when a replay is made, and a {@link
 * io.onrecord.normalize.service.replay.Selection}. Out: a shadow of the documents topic ({@link
 * io.onrecord.normalize.service.replay.Replay}), a comparison with the live one ({@link
 * io.onrecord.normalize.service.replay.Comparison} → {@link
 * io.onrecord.normalize.service.replay.DiffReport}), and, when somebody wants it, what differs in
 * the live one ({@link io.onrecord.normalize.service.replay.Promotion}).
 *
 * <p>What may change: selections, what the report shows, the gate's limits. What may not: a replay
 * writes to its own topics only, and a promotion never buries a document of a newer page.
 */
@NullMarked
package io.onrecord.normalize.service.replay;

import org.jspecify.annotations.NullMarked;
