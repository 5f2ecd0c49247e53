package io.onrecord.loop.deadletter;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Which dead letters are meant; an empty condition leaves all in.
 *
 * @param topic where the record came from, or the dead-letter topic itself
 * @param stage that could not read it
 * @param error class of the exception, with or without its package
 * @param host of the page, or a domain above it
 * @param id document id, which is the record's key
 * @param from failed then or later
 * @param to failed before
 */
public record DeadLetterFilter(
    Optional<String> topic,
    Optional<String> stage,
    Optional<String> error,
    Optional<String> host,
    Optional<String> id,
    Optional<Instant> from,
    Optional<Instant> to) {

  /** Every letter. */
  public static final DeadLetterFilter ALL =
      new DeadLetterFilter(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** Whether a letter is meant. */
  public boolean matches(DeadLetter letter) {
    return topic
            .filter(t -> !t.equals(letter.origin().topic()) && !t.equals(letter.place().topic()))
            .isEmpty()
        && stage.filter(s -> !s.equals(letter.stage())).isEmpty()
        && error.filter(e -> !e.equals(letter.error()) && !e.equals(letter.errorName())).isEmpty()
        && host.filter(h -> !isOn(letter.host(), h)).isEmpty()
        && id.filter(i -> !i.equals(letter.id())).isEmpty()
        && from.filter(f -> letter.time().isBefore(f)).isEmpty()
        && to.filter(t -> !letter.time().isBefore(t)).isEmpty();
  }

  private static boolean isOn(String host, String domain) {
    String wanted = domain.toLowerCase(Locale.ROOT);
    String is = host.toLowerCase(Locale.ROOT);
    return is.equals(wanted) || is.endsWith("." + wanted);
  }
}
