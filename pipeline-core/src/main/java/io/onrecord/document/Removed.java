package io.onrecord.document;

/**
 * Text of the page that is not part of the document.
 *
 * @param category why it is not
 * @param text as it stood on the page after repair
 * @param after how many blocks of the document stand before it: 0 is above the first
 * @param rule the rule that took it out, for a person to look up: {@code sponsor.en.brought-to-you}
 * @param confidence 0 to 1
 */
public record Removed(Category category, String text, int after, String rule, double confidence) {}
