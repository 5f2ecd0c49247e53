/**
 * PDF: printed pages back to the text that they were made from.
 *
 * <p>In: the bytes of a file. Out: blocks. A PDF knows glyphs and places only, so the steps are:
 * {@link io.onrecord.normalize.parse.pdf.PageLines} collects the lines of each page with place,
 * size and weight; {@link io.onrecord.normalize.parse.pdf.RunningHeads} finds what is printed at
 * the edge of every page; {@link io.onrecord.normalize.parse.pdf.PrintedTables} finds rows of
 * aligned cells; {@link io.onrecord.normalize.parse.pdf.PrintedParagraphs} joins what the line and
 * page breaks cut. Apache PDFBox, on which Tika's own PDF parser stands, reads the file: Tika gives
 * its text without place and size. {@link io.onrecord.normalize.parse.pdf.StreamSizes} looks at the
 * file first, since a small one can inflate to gigabytes.
 */
@NullMarked
package io.onrecord.normalize.parse.pdf;

import org.jspecify.annotations.NullMarked;
