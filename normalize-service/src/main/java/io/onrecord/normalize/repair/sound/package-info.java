/**
 * What sound text looks like: which characters are common, and which may stand beside which.
 *
 * <p>In: text. Out: its surprise, a number that a damaged reading and a repaired one can be
 * compared by. The knowledge is the resource {@code sound-text.txt}, made by {@code
 * SoundTextTrainer} in the tests of this module; change its texts and run it again rather than edit
 * numbers. Where to look next: {@code repair.mojibake}, which asks.
 */
@NullMarked
package io.onrecord.normalize.repair.sound;

import org.jspecify.annotations.NullMarked;
