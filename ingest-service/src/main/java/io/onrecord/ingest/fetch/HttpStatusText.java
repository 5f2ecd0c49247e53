package io.onrecord.ingest.fetch;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.hc.core5.http.impl.EnglishReasonPhraseCatalog;

/** What a status that is no page means for a person. */
final class HttpStatusText {
  private HttpStatusText() {}

  static FetchOutcome failure(int status, Optional<Duration> retryAfter) {
    String phrase = EnglishReasonPhraseCatalog.INSTANCE.getReason(status, Locale.ROOT);
    String reason = "answered %d%s".formatted(status, phrase == null ? "" : " " + phrase);
    return new FetchOutcome.Failed(OptionalInt.of(status), reason, remedy(status), retryAfter);
  }

  private static String remedy(int status) {
    return switch (status) {
      case 401, 403, 407 ->
          "it wants a login or does not want us; fetch it by other means and push it";
      case 404, 410 -> "check the URL";
      case 429 -> "it wants fewer requests; try again later";
      case 451 -> "it may not be shown here";
      default ->
          status >= 500 ? "its server is in trouble; try again later" : "open it in a browser";
    };
  }
}
