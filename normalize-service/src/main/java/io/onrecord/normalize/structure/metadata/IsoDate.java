package io.onrecord.normalize.structure.metadata;

import java.util.regex.Pattern;

/** Dates as documents carry them: ISO 8601, as precise as is known. */
final class IsoDate {
  private static final Pattern SHAPE =
      Pattern.compile(
          "\\d{4}(?:-\\d{2}(?:-\\d{2}(?:T\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?:Z|[+-]\\d{2}:\\d{2})?)?)?)?");

  private IsoDate() {}

  static boolean valid(String text) {
    return SHAPE.matcher(text).matches();
  }
}
