/**
 * Damage that nothing can undo: it stays as it is and is marked in the ledger.
 *
 * <p>In: text. Out: the same text. A repair whose kind begins with {@code lossy-} and whose
 * examples have the same before and after says: here something was lost.
 */
@NullMarked
package io.onrecord.normalize.repair.lossy;

import org.jspecify.annotations.NullMarked;
