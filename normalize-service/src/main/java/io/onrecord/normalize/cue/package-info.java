/**
 * Knowledge as data: wordings that say what a piece of a page is.
 *
 * <p>In: the tables under {@code src/main/resources/io/onrecord/normalize/cue}, which a person who
 * knows no Java can extend, and folded text. Out: which wordings occur where. What a wording means
 * for a page is decided by the stage that asks; a cue only gives evidence and a name for it, and
 * that name is the {@code rule} that the document prints.
 */
@NullMarked
package io.onrecord.normalize.cue;

import org.jspecify.annotations.NullMarked;
