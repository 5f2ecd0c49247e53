package io.onrecord.document;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** An enum constant whose name in JSON is its own name in lower case with hyphens. */
interface WireName {
  String name();

  /** The name in JSON: {@code SPONSOR_READ} is {@code sponsor-read}. */
  @JsonValue
  default String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
