package io.onrecord.health;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether a service can do its work now. Parts start as not ready; each reports its own state.
 * Thread-safe.
 */
public final class Health {
  private static final Logger LOG = LoggerFactory.getLogger(Health.class);
  private static final String READY = "";

  private final Map<String, String> parts = new ConcurrentSkipListMap<>();

  /** Health of a service made of these parts. */
  public Health(String... parts) {
    for (String part : parts) {
      this.parts.put(part, "starting");
    }
  }

  /** The part can work. */
  public void ready(String part) {
    if (!READY.equals(parts.put(part, READY))) {
      LOG.atInfo().addKeyValue("part", part).log("health.ready");
    }
  }

  /** The part cannot work now; it keeps trying. */
  public void notReady(String part, String why) {
    if (!why.equals(parts.put(part, why))) {
      LOG.atWarn().addKeyValue("part", part).addKeyValue("why", why).log("health.not-ready");
    }
  }

  /** Whether every part is ready. */
  public boolean isReady() {
    return parts.values().stream().allMatch(READY::equals);
  }

  /** A line a part: {@code kafka: ready} or {@code kafka: the broker does not answer}. */
  public String describe() {
    return parts.entrySet().stream()
        .map(e -> "%s: %s%n".formatted(e.getKey(), e.getValue().isEmpty() ? "ready" : e.getValue()))
        .collect(Collectors.joining());
  }
}
