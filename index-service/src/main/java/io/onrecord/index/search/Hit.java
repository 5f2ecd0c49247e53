package io.onrecord.index.search;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A document that matches.
 *
 * @param id document id
 * @param title as published
 * @param titlePieces the title with what matches marked
 * @param url where the page is
 * @param site its site
 * @param language BCP 47 tag
 * @param publishedAt as precise as the page is
 * @param fetchedAt when the page was fetched
 * @param kind {@code interview}, {@code transcript}, {@code article} or {@code other}
 * @param interviewees who is interviewed
 * @param score larger is better; comparable within one result only
 * @param passages what matches, at most {@value Passages#MOST}; the beginning of the text when only
 *     the title or a name does
 */
public record Hit(
    String id,
    Optional<String> title,
    List<Piece> titlePieces,
    String url,
    String site,
    String language,
    Optional<String> publishedAt,
    Instant fetchedAt,
    String kind,
    List<String> interviewees,
    float score,
    List<Passage> passages) {

  /**
   * A part of a document's text.
   *
   * @param block index of the block that it is in
   * @param speaker who says it, when that is known
   * @param pieces its text in order; put together they are the passage
   */
  public record Passage(int block, Optional<String> speaker, List<Piece> pieces) {}

  /**
   * A run of text.
   *
   * @param text plain text, never markup
   * @param hit whether it matches
   */
  public record Piece(String text, boolean hit) {}
}
