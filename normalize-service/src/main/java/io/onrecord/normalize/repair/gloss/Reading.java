package io.onrecord.normalize.repair.gloss;

import java.util.List;

/**
 * A text without its glosses, and how it came about.
 *
 * @param sure the text with {@link PageCounts#UNSURE} for every character that is a guess
 * @param glosses how many glosses were taken away
 * @param shifts places where bytes had been read in the wrong pairs: before and after
 * @param guesses places where a byte was gone for good and the text decided: before and after
 * @param found characters that turned out to be glossed though the table does not have them
 * @param broken places that could not be read
 * @param steps how many readings of a byte were weighed: the work that it took
 */
record Reading(
    String text,
    String sure,
    double score,
    int glosses,
    List<List<String>> shifts,
    List<List<String>> guesses,
    List<Found> found,
    int broken,
    long steps) {

  /** A character that is glossed though the table does not have it. */
  record Found(char character, String reading) {}
}
