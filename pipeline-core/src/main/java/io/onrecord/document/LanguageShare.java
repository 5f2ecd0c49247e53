package io.onrecord.document;

/**
 * A language of a document.
 *
 * @param tag BCP 47
 * @param share of the document's letters, 0 to 1, two decimals
 */
public record LanguageShare(String tag, double share) {}
