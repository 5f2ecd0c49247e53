/**
 * Who the speakers are, what they do, and what each of them says.
 *
 * <p>In: the kept blocks of a page and their labels. Out: turns with canonical names and roles
 * ({@link io.onrecord.normalize.structure.speaker.Conversation}). Names and roles come from the
 * page alone: the labels, who asks, who speaks longer, and what title and introduction say.
 */
@NullMarked
package io.onrecord.normalize.structure.speaker;

import org.jspecify.annotations.NullMarked;
