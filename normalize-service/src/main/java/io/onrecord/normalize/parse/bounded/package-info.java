/**
 * Bounds around parsers that are not ours: bytes, characters, inflated bytes, time.
 *
 * <p>In: a file and the parser for it. Out: what the parser makes of it, or one {@link
 * io.onrecord.normalize.parse.UnreadablePageException} that names the page and the remedy. The
 * limits are constants of {@link io.onrecord.normalize.parse.bounded.Bounded}.
 */
@NullMarked
package io.onrecord.normalize.parse.bounded;

import org.jspecify.annotations.NullMarked;
