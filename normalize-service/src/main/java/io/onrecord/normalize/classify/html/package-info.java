/**
 * Content against everything else on pages with markup, by structure and text together.
 *
 * <p>In: the blocks of a page with their boxes. Out: the same blocks, judged.
 */
@NullMarked
package io.onrecord.normalize.classify.html;

import org.jspecify.annotations.NullMarked;
