package io.onrecord.ingest.source.feed;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time of day with its zone.
 *
 * @param offset minutes ahead of UTC
 */
record ClockTime(int hour, int minute, double second, int offset) {
  private static final String HALF = "a\\.?m\\.?|p\\.?m\\.?|上午|下午|午前|午後|오전|오후|오|πμ|μμ";
  private static final Pattern TIME =
      Pattern.compile(
          "(?:("
              + HALF
              + ")\\s*)?(\\d{1,2})(?:[:시時时]\\s*(\\d{1,2}))?(?:[:분分]\\s*(\\d{1,2}(?:[.,]\\d+)?))?"
              + "\\s*[초秒]?\\s*(?:("
              + HALF
              + ")(?![\\p{L}]))?\\s*(.*)");
  private static final Pattern COMPACT = Pattern.compile("(\\d{2})(\\d{2})(\\d{2})?(?!\\d)(.*)");
  private static final Pattern OFFSET =
      Pattern.compile("(?:gmt|utc|ut|etc/gmt)?\\s*([+-−])\\s*(\\d{1,2}):?(\\d{2})?(?!\\d).*");

  /**
   * Reads a time.
   *
   * @param text lower case, trimmed; after the time only a zone may follow
   * @param home the zone if none is named, in minutes ahead of UTC
   */
  static Optional<ClockTime> read(String text, int home) {
    Matcher compact = COMPACT.matcher(text);
    if (compact.matches()) {
      return with(
          Integer.parseInt(compact.group(1)),
          Integer.parseInt(compact.group(2)),
          compact.group(3) == null ? 0 : Integer.parseInt(compact.group(3)),
          compact.group(4),
          home);
    }
    Matcher m = TIME.matcher(text);
    if (!m.matches()) {
      return Optional.empty();
    }
    int hour = Integer.parseInt(m.group(2));
    String half = m.group(1) == null ? m.group(5) : m.group(1);
    if (half != null) {
      hour = hour % 12 + (isAfternoon(half) ? 12 : 0);
    }
    int minute = m.group(3) == null ? 0 : Integer.parseInt(m.group(3));
    double second = m.group(4) == null ? 0 : Double.parseDouble(m.group(4).replace(',', '.'));
    return with(hour, minute, second, m.group(6), home);
  }

  private static Optional<ClockTime> with(
      int hour, int minute, double second, String zone, int home) {
    return Optional.of(new ClockTime(hour, minute, second, zone(zone).orElse(home)));
  }

  /** The zone that a text begins with; an unknown one is UTC, as feeds mostly mean it. */
  static OptionalInt zone(String text) {
    String zone = text.strip().toLowerCase(Locale.ROOT);
    if (zone.isEmpty()) {
      return OptionalInt.empty();
    }
    Matcher m = OFFSET.matcher(zone);
    if (m.matches()) {
      int minutes = Integer.parseInt(m.group(2)) * 60;
      minutes += m.group(3) == null ? 0 : Integer.parseInt(m.group(3));
      return OptionalInt.of(m.group(1).equals("+") ? minutes : -minutes);
    }
    return DateWords.zone(zone.replaceFirst("[^\\p{L}].*", ""));
  }

  private static boolean isAfternoon(String half) {
    return half.startsWith("p") || half.matches("下午|午後|오후|오|μμ");
  }
}
