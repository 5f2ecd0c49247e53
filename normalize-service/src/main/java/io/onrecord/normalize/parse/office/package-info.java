/**
 * Text documents of Office programs: Word ({@code .docx}, {@code .doc}, {@code .rtf}), OpenDocument
 * ({@code .odt}), EPUB.
 *
 * <p>In: the bytes of a file. Out: blocks. {@link io.onrecord.normalize.parse.office.ZipParts}
 * looks at a zipped file before any parser does; {@link
 * io.onrecord.normalize.parse.office.OfficeKind} tells what it is; Apache Tika reads it; {@link
 * io.onrecord.normalize.parse.office.XhtmlBlocks} makes blocks of what Tika reports; {@link
 * io.onrecord.normalize.parse.office.PageMargins} finds its headers and footers. Pictures,
 * attachments and macros are not opened.
 */
@NullMarked
package io.onrecord.normalize.parse.office;

import org.jspecify.annotations.NullMarked;
