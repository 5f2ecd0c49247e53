package io.onrecord.document;

/**
 * What one person says before another speaks.
 *
 * @param speaker the canonical name, one spelling through the document
 * @param label the label as the page prints it
 * @param role what the speaker does in this interview
 * @param text paragraphs joined by a blank line, without the label
 */
public record Turn(String speaker, String label, Role role, String text) {}
