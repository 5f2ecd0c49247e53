/**
 * Which reading of the bytes looks like a language.
 *
 * <p>Every candidate encoding reads a bounded sample; a reading costs −ln of its probability (in
 * eighths) under models of how common characters are (Chinese, Japanese, Korean; {@code
 * commonness/*.txt}) or which letter follows which (some sixty languages; {@code languages.txt}).
 * The cheapest reading is the likeliest. In: bytes. Out: {@link
 * io.onrecord.normalize.decode.statistics.Reading}s. The models are made by the package {@code
 * train} of the tests; candidates and their prior costs are in {@code candidates.txt}.
 */
@NullMarked
package io.onrecord.normalize.decode.statistics;

import org.jspecify.annotations.NullMarked;
