/**
 * The lines of a plain-text or Markdown page back to the paragraphs that were written.
 *
 * <p>In: lines as they stand in the page ({@link
 * io.onrecord.normalize.repair.layout.LayoutRepair}). Out: {@link
 * io.onrecord.normalize.repair.layout.Layout}: paragraphs, hard wraps joined, real line structure
 * kept, split marks made whole, tag residue gone, with a ledger of what was done. Each kind of
 * damage has a class of its own; a new kind is a new class in the list of {@code LayoutRepair}.
 */
@NullMarked
package io.onrecord.normalize.repair.layout;

import org.jspecify.annotations.NullMarked;
