/**
 * Stage 4: what is the interview and what is not.
 *
 * <p>In: repaired blocks. Out: the same blocks, each kept or removed with category, rule and
 * confidence, split at sentences where a sponsor read starts inside a paragraph.
 */
@NullMarked
package io.onrecord.normalize.classify;

import org.jspecify.annotations.NullMarked;
