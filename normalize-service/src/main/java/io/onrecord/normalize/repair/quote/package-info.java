/**
 * Damage that a text shows on purpose: an article about mojibake, a manual about entities.
 *
 * <p>In: a line, and the place in it that a step would repair. Out: whether the author meant it.
 * The words by which texts about damage are known are in {@code damage-talk.txt}; add to them
 * there.
 */
@NullMarked
package io.onrecord.normalize.repair.quote;

import org.jspecify.annotations.NullMarked;
