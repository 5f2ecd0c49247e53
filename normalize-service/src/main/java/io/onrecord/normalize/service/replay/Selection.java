package io.onrecord.normalize.service.replay;

import io.onrecord.event.PageEvent;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which pages are replayed; an empty condition leaves all in.
 *
 * @param from fetched then or later
 * @param to fetched before
 * @param hosts of these hosts or domains above them
 * @param sources of these sources, by name
 * @param ids with these document ids
 */
public record Selection(
    Optional<Instant> from,
    Optional<Instant> to,
    Set<String> hosts,
    Set<String> sources,
    Set<String> ids) {

  /** Every page. */
  public static final Selection ALL =
      new Selection(Optional.empty(), Optional.empty(), Set.of(), Set.of(), Set.of());

  public Selection {
    hosts = Set.copyOf(hosts);
    sources = Set.copyOf(sources);
    ids = Set.copyOf(ids);
  }

  /** Whether no page is left out. */
  public boolean everything() {
    return equals(ALL);
  }

  boolean matches(PageEvent page) {
    return from.filter(page.time()::isBefore).isEmpty()
        && to.filter(t -> !page.time().isBefore(t)).isEmpty()
        && (sources.isEmpty() || sources.contains(page.source()))
        && (ids.isEmpty() || ids.contains(page.id()))
        && (hosts.isEmpty() || isOn(page.url()));
  }

  private boolean isOn(String url) {
    try {
      String host = new URI(url).getHost();
      String is = host == null ? "" : host.toLowerCase(Locale.ROOT);
      return hosts.stream()
          .map(h -> h.toLowerCase(Locale.ROOT))
          .anyMatch(h -> is.equals(h) || is.endsWith("." + h));
    } catch (URISyntaxException e) {
      return false; // an address that is none is on no host
    }
  }

  /** In words. */
  @Override
  public String toString() {
    StringBuilder words = new StringBuilder("all pages");
    from.ifPresent(t -> words.append(" from ").append(t));
    to.ifPresent(t -> words.append(" to ").append(t));
    say(words, " on ", hosts);
    say(words, " of ", sources);
    say(words, " with id ", ids);
    return words.toString();
  }

  private static void say(StringBuilder words, String before, Set<String> values) {
    if (!values.isEmpty()) {
      words.append(before).append(String.join(", ", new TreeSet<>(values)));
    }
  }
}
