package io.onrecord.normalize.parse.text;

import java.time.Duration;
import java.util.Optional;

/**
 * What a recording says for a few seconds.
 *
 * @param start from the recording's start
 * @param end from the recording's start
 * @param voice the speaker that the format names
 * @param text on one line
 * @param change whether the format marks that another speaker begins
 */
record Caption(Duration start, Duration end, Optional<String> voice, String text, boolean change) {}
