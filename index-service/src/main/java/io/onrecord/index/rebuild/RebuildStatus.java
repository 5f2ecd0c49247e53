package io.onrecord.index.rebuild;

import java.util.Optional;

/**
 * How the indexes stand.
 *
 * @param live the index that answers
 * @param previous the one that a rollback would bring back
 * @param state {@code idle}, {@code running}, {@code done} or {@code failed}: of the last work
 * @param work {@code rebuild} or {@code rollback}
 * @param read records of the topic that are read
 * @param all records of the topic that there were to read, at most
 * @param documents in the new index, once it was checked against the topic
 * @param pauseMillis how long the index took no new documents while it was swapped
 * @param problem why the work failed
 */
public record RebuildStatus(
    String live,
    Optional<String> previous,
    String state,
    String work,
    long read,
    long all,
    long documents,
    long pauseMillis,
    Optional<String> problem) {}
