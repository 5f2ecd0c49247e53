package io.onrecord.ingest.source.feed;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A {@code podcast:transcript}.
 *
 * @param url absolute
 * @param type media type, as written
 * @param language as written
 */
public record FeedTranscript(String url, Optional<String> type, Optional<String> language) {

  /** The one that says most: speakers and paragraphs before times, times before bare text. */
  public static Optional<FeedTranscript> best(List<FeedTranscript> of) {
    return of.stream().min(Comparator.comparingInt(FeedTranscript::rank));
  }

  private int rank() {
    String said = type.orElse("").toLowerCase(Locale.ROOT);
    String kind = said.isEmpty() ? url.toLowerCase(Locale.ROOT).replaceFirst("[?#].*", "") : said;
    if (kind.contains("json")) {
      return 0;
    }
    if (kind.contains("vtt")) {
      return 1;
    }
    if (kind.contains("srt") || kind.contains("subrip")) {
      return 2;
    }
    return kind.contains("html") ? 3 : 4;
  }
}
