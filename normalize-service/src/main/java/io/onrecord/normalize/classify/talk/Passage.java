package io.onrecord.normalize.classify.talk;

/**
 * A paragraph of a talk.
 *
 * @param block its number on the page
 * @param text all of it, with the speaker's label
 * @param body where the words begin after the label
 * @param speaker who is printed as speaking; empty where the page does not say or the speaker goes
 *     on
 */
public record Passage(int block, String text, int body, String speaker) {}
