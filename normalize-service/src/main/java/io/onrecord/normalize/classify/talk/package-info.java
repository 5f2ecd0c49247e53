/**
 * What is no part of a talk although it is spoken: sponsor reads, cold-open teasers, sign-offs.
 *
 * <p>In: the paragraphs of a talk in order ({@link io.onrecord.normalize.classify.talk.Passage}),
 * and those of its translation where the page prints one. Out: {@link
 * io.onrecord.normalize.classify.talk.Cut}s with exact sentence boundaries. The front door is
 * {@link io.onrecord.normalize.classify.talk.TalkCuts}; the wordings are in {@code cue/sponsor.tsv}
 * and {@code cue/frame.tsv}; what they must add up to is in {@link
 * io.onrecord.normalize.classify.talk.SponsorReads}, where a read starts in {@link
 * io.onrecord.normalize.classify.talk.LeadIn}.
 */
@NullMarked
package io.onrecord.normalize.classify.talk;

import org.jspecify.annotations.NullMarked;
