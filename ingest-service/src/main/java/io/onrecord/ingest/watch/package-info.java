/**
 * Watched files and folders: sources on a disk.
 *
 * <p>In: a folder, or one file, again and again ({@link io.onrecord.ingest.watch.FolderVisit}).
 * Out: the pages of the files that are new or have changed and have come to rest ({@link
 * io.onrecord.ingest.watch.Resting}). Links are not followed, hidden files are left out, and a file
 * that goes away leaves its page: an unmounted disk must not empty a corpus. A web archive is taken
 * in record by record ({@link io.onrecord.ingest.watch.ArchiveDrop}).
 *
 * <p>Where to look next: {@code io.onrecord.ingest.follow}, which says when.
 */
@NullMarked
package io.onrecord.ingest.watch;

import org.jspecify.annotations.NullMarked;
