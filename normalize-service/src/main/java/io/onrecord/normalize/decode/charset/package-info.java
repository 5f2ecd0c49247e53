/**
 * Decoders with the semantics of the WHATWG Encoding Standard, and the names and labels of
 * encodings.
 *
 * <p>In: bytes and the name of an encoding. Out: text, U+FFFD where bytes say nothing; a broken
 * sequence never swallows the ASCII character after it. The character tables come from the JDK's
 * own charsets ({@code jdk.charsets} must be in the image); what the JDK lacks is in {@code
 * single-byte.txt}, the labels are in {@code labels.txt}. To add an encoding: a line in {@code
 * labels.txt} and, if it is not an ordinary charset of the JDK, a line in {@link
 * io.onrecord.normalize.decode.charset.Encodings}.
 */
@NullMarked
package io.onrecord.normalize.decode.charset;

import org.jspecify.annotations.NullMarked;
