package io.onrecord.normalize.speech;

/**
 * A speaker's label at the start of a paragraph, or inside one.
 *
 * @param printed the words as the page prints them, without colon, brackets and time
 * @param name the words that name somebody: without a role and its brackets
 * @param role what the words say the speaker does: {@code interviewer}, {@code interviewee}, {@code
 *     unknown}, or empty
 * @param from where it begins in the paragraph
 * @param body where the speaker's words begin
 */
public record Label(String printed, String name, String role, int from, int body) {}
