/**
 * Stage 2: text to blocks.
 *
 * <p>In: decoded text, or bytes for formats that carry their own. Out: one block model for all
 * formats, with the features that later stages decide by, and the metadata that the page declares.
 */
@NullMarked
package io.onrecord.normalize.parse;

import org.jspecify.annotations.NullMarked;
