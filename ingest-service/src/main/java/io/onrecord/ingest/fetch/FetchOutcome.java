package io.onrecord.ingest.fetch;

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
   */
  record Fetched(
      byte[] bytes,
      int status,
      String finalUrl,
      Optional<String> contentType,
      Optional<String> contentLanguage,
      Validators validators)
      implements FetchOutcome {}

  /** The server says that nothing has changed since the validators. */
  record NotModified() implements FetchOutcome {}

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
   */
  record Failed(OptionalInt status, String reason, String remedy) implements FetchOutcome {}
}
