/**
 * How a service runs as a process of its own.
 *
 * <p>In: arguments, the environment and {@code onrecord.yaml}. Out: a running service that SIGTERM
 * stops cleanly, and an exit status: 0 stopped on request, 1 ended by itself, 2 wrong use. What may
 * change: nothing that a service does; only how it is started. Where to look next: {@code
 * io.onrecord.settings}.
 */
@NullMarked
package io.onrecord.service;

import org.jspecify.annotations.NullMarked;
