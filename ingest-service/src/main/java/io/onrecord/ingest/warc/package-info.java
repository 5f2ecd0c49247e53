/**
 * Web archives: WARC 1.0 and 1.1 (ISO 28500), plain or gzip, in and out.
 *
 * <p>In: a file of any size, however damaged. {@link io.onrecord.ingest.warc.WarcArchive} reads it
 * record by record, holding one at a time, and goes on behind what is damaged at the next gzip
 * member or the next line that begins a record; {@link io.onrecord.ingest.warc.WarcPage} is what a
 * record of a response says as a page. Out: {@link io.onrecord.ingest.warc.WarcExport} writes pages
 * as an archive that other tools read.
 *
 * <p>Compared: jwarc parses well what is sound and stops at the first record that is not; so the
 * reading here is our own, and jwarc is the witness in the tests, of what is read and of what is
 * written.
 *
 * <p>What may change: which records are pages ({@code WarcPage}). Where to look next: {@code
 * io.onrecord.ingest.Intake}, which publishes them.
 */
@NullMarked
package io.onrecord.ingest.warc;

import org.jspecify.annotations.NullMarked;
