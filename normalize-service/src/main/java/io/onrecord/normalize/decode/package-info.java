/**
 * Stage 1: bytes to text.
 *
 * <p>In: the body and the {@code Content-Type} that the server sent. Out: {@link
 * io.onrecord.normalize.decode.Decoded}, the text and the grounds of the decision. A declaration is
 * evidence, not truth: it loses against the bytes.
 */
@NullMarked
package io.onrecord.normalize.decode;

import org.jspecify.annotations.NullMarked;
