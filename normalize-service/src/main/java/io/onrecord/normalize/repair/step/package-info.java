/**
 * What every kind of repair has in common: the shape of a step, and the ledger it writes to.
 *
 * <p>In: text. Out: text with one kind of damage undone, and an entry in the ledger for every
 * place. A new kind of damage is a new {@link io.onrecord.normalize.repair.step.Repairing} in a
 * package beside this one, put in its place in the list of {@code TextRepair}.
 */
@NullMarked
package io.onrecord.normalize.repair.step;

import org.jspecify.annotations.NullMarked;
