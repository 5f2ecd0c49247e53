package io.onrecord.document;

import java.util.List;
import java.util.Optional;

/**
 * The interview that a document covers.
 *
 * @param interviewees canonical names
 * @param interviewers canonical names
 * @param programme podcast, show or column
 * @param originals URLs of the video, audio or page that this coverage reports
 */
public record Interview(
    List<String> interviewees,
    List<String> interviewers,
    Optional<String> programme,
    List<String> originals) {

  /** Nothing is known of an interview. */
  public static final Interview UNKNOWN =
      new Interview(List.of(), List.of(), Optional.empty(), List.of());

  public Interview {
    interviewees = List.copyOf(interviewees);
    interviewers = List.copyOf(interviewers);
    originals = List.copyOf(originals);
  }
}
