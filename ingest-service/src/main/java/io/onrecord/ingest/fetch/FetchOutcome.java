package io.onrecord.ingest.fetch;

import io.onrecord.ingest.url.WebUrl;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** How a fetch ended. */
public sealed interface FetchOutcome {

  /**
   * A body.
   *
   * @param bytes as sent, after content decoding
   * @param status 200 or 203
   * @param finalUrl where it came from, after redirects
   * @param contentType exactly as sent
   * @param contentLanguage exactly as sent
   * @param validators for the next fetch
   * @param said what else the headers say
   */
  record Fetched(
      byte[] bytes,
      int status,
      String finalUrl,
      Optional<String> contentType,
      Optional<String> contentLanguage,
      Validators validators,
      ResponseHeaders said)
      implements FetchOutcome {}

  /**
   * The server says that nothing has changed since the validators.
   *
   * @param said what its headers say
   */
  record NotModified(ResponseHeaders said) implements FetchOutcome {}

  /**
   * It is elsewhere; only {@link HttpFetcher#hop} leaves it at that.
   *
   * @param to absolute
   * @param permanent whether to ask there from now on
   */
  record Moved(WebUrl to, boolean permanent) implements FetchOutcome {}

  /**
   * We do not want it: too large, empty, or not to be dialled. Trying again would not help.
   *
   * @param reason what is wrong, without the URL
   * @param remedy what a person can do
   */
  record Refused(String reason, String remedy) implements FetchOutcome {}

  /**
   * It did not work this time.
   *
   * @param status that the server answered, if it did
   * @param reason what went wrong, without the URL
   * @param remedy what a person can do
   * @param retryAfter how long the server asks to be left alone
   */
  record Failed(OptionalInt status, String reason, String remedy, Optional<Duration> retryAfter)
      implements FetchOutcome {

    /** A failure after which the server asks for nothing. */
    public Failed(OptionalInt status, String reason, String remedy) {
      this(status, reason, remedy, Optional.empty());
    }
  }
}
