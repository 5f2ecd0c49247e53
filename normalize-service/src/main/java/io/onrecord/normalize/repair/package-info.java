/**
 * Stage 3: damaged text back to what was written.
 *
 * <p>In: parsed blocks, or any text. Out: the same with damage undone, and a ledger of every change
 * ({@link io.onrecord.document.Repair}). Sound text is a fixed point; damage that cannot be undone
 * exactly is left as it is and marked.
 */
@NullMarked
package io.onrecord.normalize.repair;

import org.jspecify.annotations.NullMarked;
