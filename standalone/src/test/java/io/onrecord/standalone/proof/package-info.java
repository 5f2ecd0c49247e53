/**
 * Proofs: what must hold when processes are killed, shown with real processes and a real broker.
 *
 * <p>Each has a short form, which runs daily, and a long one ({@code -Pproofs}). They start
 * Onrecord as a user would, kill it with SIGKILL, and then count what the topics and the index
 * hold.
 */
@NullMarked
package io.onrecord.standalone.proof;

import org.jspecify.annotations.NullMarked;
