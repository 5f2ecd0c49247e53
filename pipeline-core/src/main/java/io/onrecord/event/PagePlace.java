package io.onrecord.event;

import io.onrecord.document.Provenance;
import java.util.Optional;

/**
 * A page's place in the pages topic. Of two documents under one key, the one whose page has the
 * larger offset is the newer.
 */
public record PagePlace(int partition, long offset) {

  /** The place that a document names; empty when its page never was in a topic. */
  public static Optional<PagePlace> of(Provenance provenance) {
    return provenance.partition().isPresent() && provenance.offset().isPresent()
        ? Optional.of(
            new PagePlace(provenance.partition().getAsInt(), provenance.offset().getAsLong()))
        : Optional.empty();
  }

  static Optional<PagePlace> parse(String text) {
    int slash = text.indexOf('/');
    try {
      return slash < 0
          ? Optional.empty()
          : Optional.of(
              new PagePlace(
                  Integer.parseInt(text.substring(0, slash)),
                  Long.parseLong(text.substring(slash + 1))));
    } catch (NumberFormatException e) {
      return Optional.empty(); // somebody else's header of the same name
    }
  }

  /** {@code partition/offset}, as in the header. */
  @Override
  public String toString() {
    return "%d/%d".formatted(partition, offset);
  }
}
