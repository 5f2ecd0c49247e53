/**
 * Chinese punctuation that a converter made half-width, back to what it was.
 *
 * <p>In: all texts of a page ({@link io.onrecord.normalize.repair.punctuation.HalfWidthSigns}).
 * Out: the same texts, each as long as before. Whether the page was converted at all is decided by
 * {@code PageHabit}, which signs of a converted page are Chinese ones by {@code SignRestorer}; a
 * page that shows both habits, or the habits of somebody who types half-width, stays as it is.
 */
@NullMarked
package io.onrecord.normalize.repair.punctuation;

import org.jspecify.annotations.NullMarked;
