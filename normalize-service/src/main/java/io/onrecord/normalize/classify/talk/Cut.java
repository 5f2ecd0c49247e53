package io.onrecord.normalize.classify.talk;

import io.onrecord.document.Category;

/**
 * A part of a paragraph that is not content.
 *
 * @param block the paragraph's number on the page
 * @param from where it begins in the paragraph's text
 * @param to where it ends, white space after it included
 * @param rule the rule that found it
 * @param confidence 0 to 1
 */
public record Cut(int block, int from, int to, Category category, String rule, double confidence) {}
