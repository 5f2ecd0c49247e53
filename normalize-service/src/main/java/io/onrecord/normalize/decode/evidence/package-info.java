/**
 * What the bytes themselves show without any model: a byte order mark, well-formed UTF-8, escape
 * sequences.
 *
 * <p>In: bytes. Out: what was seen, with counts; nothing here decides. Next: {@link
 * io.onrecord.normalize.decode.CharsetDetector}.
 */
@NullMarked
package io.onrecord.normalize.decode.evidence;

import org.jspecify.annotations.NullMarked;
