package io.onrecord.ingest.websub;

import io.onrecord.ingest.source.feed.Feed;
import io.onrecord.ingest.url.InvalidUrlException;
import io.onrecord.ingest.url.WebUrl;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The hub and the topic that a feed is announced with: {@code Link} headers first, then the feed's
 * own links (WebSub, section 4).
 */
public record HubLinks(String hub, String topic) {
  private static final Pattern LINK =
      Pattern.compile(
          "<([^>]*)>\\s*;[^,<]*?\\brel\\s*=\\s*(?:\"([^\"]*)\"|([^;,\\s]+))",
          Pattern.CASE_INSENSITIVE);

  /**
   * Finds them.
   *
   * @param headers the values of {@code Link}
   * @param address where the feed came from; its topic if it names none
   */
  public static Optional<HubLinks> of(List<String> headers, Feed feed, String address) {
    Optional<String> hub =
        Stream.concat(named(headers, "hub"), feed.hubs().stream())
            .flatMap(link -> absolute(address, link).stream())
            .findFirst();
    String topic =
        Stream.concat(named(headers, "self"), feed.self().stream())
            .flatMap(link -> absolute(address, link).stream())
            .findFirst()
            .orElse(address);
    return hub.map(url -> new HubLinks(url, topic));
  }

  private static Stream<String> named(List<String> headers, String rel) {
    return headers.stream()
        .flatMap(header -> LINK.matcher(header).results())
        .filter(
            link -> {
              String rels = link.group(2) == null ? link.group(3) : link.group(2);
              return List.of(rels.toLowerCase(java.util.Locale.ROOT).split("\\s+")).contains(rel);
            })
        .map(link -> link.group(1));
  }

  private static Optional<String> absolute(String address, String link) {
    try {
      WebUrl url = WebUrl.parse(address).resolve(link.strip());
      return url.scheme().startsWith("http") ? Optional.of(url.href()) : Optional.empty();
    } catch (InvalidUrlException e) {
      return Optional.empty(); // a hub without an address is none
    }
  }
}
