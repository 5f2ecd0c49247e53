/**
 * Makes the models of the statistical detection: {@code commonness/*.txt} and {@code
 * languages.txt}.
 *
 * <p>In: the gold texts of the extraction sets (every fifth is held out for the check), the words
 * of ICU's locale data in some eighty languages, and ICU's word list for Chinese and Japanese. Out:
 * frequency tables, no text. Run {@link io.onrecord.normalize.decode.train.TrainModels}; the result
 * is deterministic.
 */
@NullMarked
package io.onrecord.normalize.decode.train;

import org.jspecify.annotations.NullMarked;
