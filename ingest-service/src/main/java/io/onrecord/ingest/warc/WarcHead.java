package io.onrecord.ingest.warc;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The named fields at the start of a record.
 *
 * @param fields by their names in lower case; of a repeated one the first
 */
public record WarcHead(Map<String, String> fields) {
  public WarcHead {
    fields = Map.copyOf(fields);
  }

  /** Reads the lines between {@code WARC/1.x} and the empty one; what is no field is left out. */
  static WarcHead parse(byte[] lines) {
    Map<String, String> fields = new TreeMap<>();
    String last = "";
    for (String line : new String(lines, StandardCharsets.UTF_8).split("\r?\n")) {
      boolean isFolded = line.startsWith(" ") || line.startsWith("\t");
      int colon = line.indexOf(':');
      if (isFolded && !last.isEmpty()) {
        fields.merge(last, line.strip(), (before, more) -> before + " " + more);
      } else if (colon > 0) {
        last = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        fields.putIfAbsent(last, line.substring(colon + 1).strip());
      }
    }
    return new WarcHead(fields);
  }

  /** A field; its name in any case. */
  public Optional<String> find(String name) {
    return Optional.ofNullable(fields.get(name.toLowerCase(Locale.ROOT)));
  }

  /** {@code response}, {@code request}, … ; empty if it does not say. */
  public String type() {
    return find("WARC-Type").orElse("").toLowerCase(Locale.ROOT);
  }

  /** How many bytes follow; negative if it does not say. */
  long length() {
    String digits = find("Content-Length").orElse("");
    return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : -1;
  }
}
