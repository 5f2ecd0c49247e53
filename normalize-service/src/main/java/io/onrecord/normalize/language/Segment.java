package io.onrecord.normalize.language;

/**
 * A stretch of one text that is in one writing system: a line, or the part of a line that is long
 * enough to be a sentence of its own.
 *
 * @param block index of the text that it is in
 * @param text the text that it is in
 * @param from where it starts
 * @param to where it ends
 * @param system what most of it is written in
 * @param weight of its letters, in half Latin letters
 */
record Segment(int block, String text, int from, int to, WritingSystem system, int weight) {}
