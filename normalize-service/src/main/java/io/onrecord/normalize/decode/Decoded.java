package io.onrecord.normalize.decode;

import io.onrecord.document.Encoding;

/**
 * A page as text.
 *
 * @param text without a byte order mark; U+FFFD where bytes could not be read
 * @param encoding what the bytes were read as, and why
 */
public record Decoded(String text, Encoding encoding) {}
