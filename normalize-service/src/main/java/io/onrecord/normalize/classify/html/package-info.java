/**
 * Content against everything else on pages with markup, by structure and text together.
 *
 * <p>In: the blocks of a page with their boxes. Out: the same blocks, judged. {@code
 * MarkupClassifier} shows the order: the model keeps blocks ({@code ContentModel}, trained by
 * {@code TrainMainContent} in benchmarks); {@code Comments}, {@code Inserts} and {@code Edges} take
 * off what only names and wordings tell ({@code box-names.tsv}, {@code cue/insert.tsv}, {@code
 * cue/line.tsv}); {@code Furniture} says of the rest what it is. A feature is a constant in {@code
 * Feature} and is used from the next training on.
 */
@NullMarked
package io.onrecord.normalize.classify.html;

import org.jspecify.annotations.NullMarked;
