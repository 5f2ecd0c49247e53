package io.onrecord.settings;

/**
 * One thing that can be set.
 *
 * @param key dotted, lower case, words joined by hyphens: {@code index.data-dir}
 * @param fallback its value when nobody sets it
 * @param meaning a sentence for a person, with units
 */
public record Setting(String key, String fallback, String meaning) {
  /** The environment variable that sets it: {@code ONRECORD_INDEX_DATA_DIR}. */
  public String variable() {
    return "ONRECORD_" + key.toUpperCase(java.util.Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }
}
