package io.onrecord.document;

import java.util.Optional;

/**
 * How the bytes of a page were read.
 *
 * @param charset the WHATWG name of the encoding used ({@code UTF-8}, {@code gb18030}, …) or {@code
 *     binary} for formats that carry their own
 * @param declared the label that the page or its server gave, as given
 * @param decidedBy {@code bom}, {@code http}, {@code meta}, {@code statistics}, {@code
 *     utf-8-check}, {@code escape-sequences}, {@code format} or {@code default}
 * @param confidence 0 to 1
 */
public record Encoding(
    String charset, Optional<String> declared, String decidedBy, double confidence) {}
