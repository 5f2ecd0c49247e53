/**
 * Content and everything else on pages without markup, told by wording, shape, place and
 * repetition.
 *
 * <p>In: the paragraphs of a plain-text or Markdown page, or of captions. Out: the same with a
 * verdict each. {@link io.onrecord.normalize.classify.text.TextClassifier} goes over the page in
 * the order in which a person would: what is furniture by its wording ({@code cue/line.tsv}), where
 * the body begins and what stands above it, where it ends and what stands below it ({@code
 * cue/promo.tsv}), what is spoken and no part of the talk.
 */
@NullMarked
package io.onrecord.normalize.classify.text;

import org.jspecify.annotations.NullMarked;
