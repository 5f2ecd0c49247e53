/**
 * Documents for other indexes, from the documents topic.
 *
 * <p>In: a {@link io.onrecord.index.export.Cursor}, which is where somebody stands in the topic.
 * Out: what came after it, a page at a time ({@link io.onrecord.index.export.DocumentChanges}) or
 * whole into a file ({@link io.onrecord.index.export.DocumentExport}), and the cursor to go on
 * from.
 *
 * <p>What may change: columns may be added. What may not: a cursor that was given out stays good
 * for as long as the topic is the same. Where to look next: {@code docs/CONSUMING.md}.
 */
@NullMarked
package io.onrecord.index.export;

import org.jspecify.annotations.NullMarked;
