/**
 * Formats without elements: plain text, Markdown, captions (SubRip, WebVTT), Podcasting 2.0
 * transcripts.
 *
 * <p>In: text. Out: blocks. Plain text and Markdown leave here as lines, since what is a paragraph
 * is told only after the damage to the lines is undone ({@code repair.layout}); {@link
 * io.onrecord.normalize.parse.text.ParagraphReader} then reads what kind of block each is. Captions
 * leave here as paragraphs with their place in the recording.
 */
@NullMarked
package io.onrecord.normalize.parse.text;

import org.jspecify.annotations.NullMarked;
