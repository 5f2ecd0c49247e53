package io.onrecord.ingest.url;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The query parameters that say how a reader came to a page and nothing about the page ({@code
 * tracking-parameters.txt}); without them one page has one URL.
 */
final class TrackingParameters {
  private static final TrackingParameters LISTED = load();

  private final Set<String> names = new HashSet<>();
  private final List<String> prefixes = new ArrayList<>();

  /** The query without them, order kept; empty if nothing is left of it. */
  static Optional<String> strip(String query) {
    StringBuilder kept = new StringBuilder(query.length());
    for (String parameter : query.split("&", -1)) {
      if (!parameter.isEmpty() && !LISTED.matches(name(parameter))) {
        kept.append(kept.isEmpty() ? "" : "&").append(parameter);
      }
    }
    return kept.isEmpty() ? Optional.empty() : Optional.of(kept.toString());
  }

  private boolean matches(String name) {
    return names.contains(name) || prefixes.stream().anyMatch(name::startsWith);
  }

  private static String name(String parameter) {
    int equals = parameter.indexOf('=');
    String raw = equals < 0 ? parameter : parameter.substring(0, equals);
    return new String(PercentEncoding.decode(raw), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
  }

  private static TrackingParameters load() {
    TrackingParameters listed = new TrackingParameters();
    try (InputStream in = TrackingParameters.class.getResourceAsStream("tracking-parameters.txt")) {
      if (in == null) {
        throw new IllegalStateException("tracking-parameters.txt is missing from the class path");
      }
      new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(listed::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return listed;
  }

  private void add(String line) {
    if (line.isBlank() || line.startsWith("#")) {
      return;
    }
    if (line.endsWith("*")) {
      prefixes.add(line.substring(0, line.length() - 1));
    } else {
      names.add(line);
    }
  }
}
