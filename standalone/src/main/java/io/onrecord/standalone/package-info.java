/**
 * The embedded default: a real Apache Kafka broker and the three services in one process.
 *
 * <p>{@link io.onrecord.standalone.Standalone} starts the broker ({@link
 * io.onrecord.standalone.EmbeddedKafka}) and then the services as anyone would; there is no second
 * code path. In: a data directory and ports. Out: a running system, its addresses written to {@code
 * run.json} in the data directory for the commands to find.
 *
 * <p>What may change: how the system is started and bounded. What the services do is theirs. Where
 * to look next: {@code io.onrecord.standalone.cli} for the command line.
 */
@NullMarked
package io.onrecord.standalone;

import org.jspecify.annotations.NullMarked;
