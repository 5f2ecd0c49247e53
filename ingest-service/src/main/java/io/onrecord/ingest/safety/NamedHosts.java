package io.onrecord.ingest.safety;

import io.onrecord.ingest.url.WebUrl;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The hosts and ports that a person has named: sources, and what is fetched for somebody right now.
 * A server of this machine may be asked when it is named, and not because a page of the web leads
 * to it. Thread-safe.
 */
public final class NamedHosts {
  private final Map<String, Integer> inHand = new ConcurrentHashMap<>();
  private volatile Supplier<List<WebUrl>> sources = List::of;

  /** A time during which an address is named. */
  public interface Named extends AutoCloseable {
    @Override
    void close();
  }

  /** The addresses of the sources, from now on. */
  public void sources(Supplier<List<WebUrl>> all) {
    sources = all;
  }

  /** A person asks for this until it is closed. */
  public Named name(WebUrl url) {
    String key = key(url.host(), url.effectivePort());
    inHand.merge(key, 1, Integer::sum);
    return () -> inHand.computeIfPresent(key, (unused, n) -> n == 1 ? null : n - 1);
  }

  boolean has(String host, int port) {
    return inHand.containsKey(key(host, port))
        || sources.get().stream()
            .anyMatch(url -> key(url.host(), url.effectivePort()).equals(key(host, port)));
  }

  private static String key(String host, int port) {
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    return bare.toLowerCase(Locale.ROOT) + ":" + port;
  }
}
