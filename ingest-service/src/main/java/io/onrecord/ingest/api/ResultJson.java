package io.onrecord.ingest.api;

import io.onrecord.ingest.IngestResult;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A result as JSON.
 *
 * @param result {@code published}, {@code unchanged}, {@code followed}, {@code refused} or {@code
 *     failed}
 * @param input as it was named
 * @param url canonical
 * @param id of the document
 * @param bytes of the body
 * @param name of the source
 * @param message for a person
 */
record ResultJson(
    String result,
    String input,
    Optional<String> url,
    Optional<String> id,
    OptionalInt bytes,
    Optional<String> name,
    String message) {

  static ResultJson of(IngestResult result) {
    return switch (result) {
      case IngestResult.Published p ->
          kept("published", p, p.url(), p.id(), OptionalInt.of(p.bytes()));
      case IngestResult.Unchanged u -> kept("unchanged", u, u.url(), u.id(), OptionalInt.empty());
      case IngestResult.Followed f ->
          new ResultJson(
              "followed",
              f.input(),
              Optional.of(f.url()),
              Optional.empty(),
              OptionalInt.empty(),
              Optional.of(f.name()),
              f.message());
      case IngestResult.Refused refused -> lost("refused", refused);
      case IngestResult.Failed failed -> lost("failed", failed);
    };
  }

  private static ResultJson kept(
      String word, IngestResult result, String url, String id, OptionalInt bytes) {
    return new ResultJson(
        word,
        result.input(),
        Optional.of(url),
        Optional.of(id),
        bytes,
        Optional.empty(),
        result.message());
  }

  private static ResultJson lost(String word, IngestResult result) {
    return new ResultJson(
        word,
        result.input(),
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        result.message());
  }
}
