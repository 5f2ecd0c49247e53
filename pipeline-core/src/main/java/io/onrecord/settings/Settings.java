package io.onrecord.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Settings that were checked against what is known. Immutable. Getters take the {@link Setting}
 * itself, so a key is spelled in one place only.
 */
public final class Settings {
  private final SortedMap<String, String> values;

  Settings(Map<String, String> values) {
    this.values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  /** Nothing set: every setting has its fallback. */
  public static Settings defaults() {
    return new Settings(Map.of());
  }

  /** These settings with some set anew; for wiring and tests, where keys come from code. */
  public Settings with(Map<String, String> changes) {
    Map<String, String> all = new LinkedHashMap<>(values);
    all.putAll(changes);
    return new Settings(all);
  }

  /** As it was written. */
  public String text(Setting setting) {
    return values.getOrDefault(setting.key(), setting.fallback());
  }

  /** A whole number, bounds included. */
  public int number(Setting setting, int least, int most) {
    String text = text(setting);
    try {
      int number = Integer.parseInt(text.strip());
      if (number < least || number > most) {
        throw InvalidSettingsException.value(
            setting.key(), text, "a whole number from %d to %d".formatted(least, most));
      }
      return number;
    } catch (NumberFormatException e) {
      throw InvalidSettingsException.value(
          setting.key(), text, "a whole number from %d to %d".formatted(least, most));
    }
  }

  /** {@code true} or {@code false}. */
  public boolean flag(Setting setting) {
    String text = text(setting).strip();
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw InvalidSettingsException.value(setting.key(), text, "true or false");
    };
  }

  /** {@code 500ms}, {@code 10s}, {@code 5m}, {@code 24h}, {@code 7d}. */
  public Duration duration(Setting setting) {
    String text = text(setting).strip();
    try {
      return text.endsWith("ms")
          ? Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)))
          : Duration.parse((text.endsWith("d") ? "P" : "PT") + text);
    } catch (DateTimeParseException | NumberFormatException e) {
      throw InvalidSettingsException.value(
          setting.key(), text, "a duration such as 500ms, 10s, 5m, 24h or 7d");
    }
  }

  /** A path, relative to the working directory. */
  public Path path(Setting setting) {
    return Path.of(text(setting));
  }

  /**
   * Everything set under a prefix, without it: {@code under("kafka.")} are Kafka's own settings.
   */
  public Map<String, String> under(String prefix) {
    Map<String, String> found = new TreeMap<>();
    values
        .tailMap(prefix)
        .forEach(
            (key, value) -> {
              if (key.startsWith(prefix)) {
                found.put(key.substring(prefix.length()), value);
              }
            });
    return found;
  }
}
