/**
 * Which language and script a text is in.
 *
 * <p>In: text, block by block. Out: BCP 47 tags with the script where it is not implied ({@code
 * zh-Hans}, {@code zh-Hant}, {@code sr-Latn}, {@code en}), {@code und} where there are too few
 * letters to tell, {@code mul} for a page that two languages share. {@link
 * io.onrecord.normalize.language.LanguageDetector} is the front door.
 *
 * <p>How: the script of the letters first (Greek, Thai, Korean are decided by it), then, where
 * several languages share a script, the small words, endings and letters in {@code languages.txt},
 * which a person who knows no Java can extend. No model, no randomness, microseconds a block.
 *
 * <p>Where to look next: stage {@code structure}, which puts the tags into the document.
 */
@NullMarked
package io.onrecord.normalize.language;

import org.jspecify.annotations.NullMarked;
