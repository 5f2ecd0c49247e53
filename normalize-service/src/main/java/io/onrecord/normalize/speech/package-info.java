/**
 * Who speaks: speakers' labels in all the forms in which pages print them.
 *
 * <p>In: the blocks of a page. Out: which of them begin with a label, and what it says ({@link
 * io.onrecord.normalize.speech.Labels}). What a label may look like is in {@link
 * io.onrecord.normalize.speech.LabelGrammar}; what is believed is decided by the page as a whole,
 * since a colon after two words is a label only if the page makes a habit of it. Used by {@code
 * classify} (what is labelled is talk) and {@code structure} (whose talk it is).
 */
@NullMarked
package io.onrecord.normalize.speech;

import org.jspecify.annotations.NullMarked;
