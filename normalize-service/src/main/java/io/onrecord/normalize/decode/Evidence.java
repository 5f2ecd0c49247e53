package io.onrecord.normalize.decode;

/**
 * One ground of a decision.
 *
 * @param by {@code bom}, {@code http}, {@code meta}, {@code utf-8-check}, {@code escape-sequences}
 *     or {@code statistics}
 * @param charset the encoding that it speaks for
 * @param explanation what was seen, in a sentence for a person
 */
public record Evidence(String by, String charset, String explanation) {}
