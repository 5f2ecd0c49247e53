/**
 * Stage 2: text to blocks.
 *
 * <p>In: decoded text, or bytes for formats that carry their own. Out: {@link
 * io.onrecord.normalize.parse.Parsed}: one block model for all formats ({@link
 * io.onrecord.normalize.parse.RawBlock}), with the features that later stages decide by ({@link
 * io.onrecord.normalize.parse.Origin}), and what the page declares about itself ({@link
 * io.onrecord.normalize.parse.Declared}). No visible text is dropped here, nothing is decided.
 *
 * <p>A format is a package with a parser and a line in {@link
 * io.onrecord.normalize.parse.PageParser}. Where to look next: {@code html}, {@code text}, {@code
 * pdf}, {@code office} (the last two inside {@code bounded}); then {@code
 * io.onrecord.normalize.repair}.
 */
@NullMarked
package io.onrecord.normalize.parse;

import org.jspecify.annotations.NullMarked;
