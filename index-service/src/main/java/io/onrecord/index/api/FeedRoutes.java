package io.onrecord.index.api;

import io.javalin.http.Context;
import io.onrecord.document.Document;
import io.onrecord.document.DocumentJson;
import io.onrecord.event.Sha256;
import io.onrecord.index.export.Cursor;
import io.onrecord.index.export.DocumentChanges;
import io.onrecord.index.export.ForeignCursorException;
import io.onrecord.index.export.NdjsonFile;
import io.onrecord.index.feed.AtomFeed;
import io.onrecord.index.feed.Feed;
import io.onrecord.index.feed.JsonFeed;
import io.onrecord.index.search.DocumentSearch;
import io.onrecord.index.search.Hit;
import io.onrecord.index.search.SearchRequest;
import io.onrecord.index.writer.Change;
import io.onrecord.settings.CoreSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;

/** Documents for other programs: feeds of a search, and everything that happens, by cursor. */
final class FeedRoutes {
  private static final int MOST_CHANGES = 1000;
  private static final int CHANGES = 100;

  private final DocumentSearch search;
  private final DocumentChanges changes;

  FeedRoutes(CoreSettings core, DocumentSearch search) {
    this.search = search;
    this.changes = new DocumentChanges(core);
  }

  /** {@code GET /feed.atom}: takes what a search takes. */
  void atom(Context request) throws IOException {
    answer(request, AtomFeed.TYPE, AtomFeed::write);
  }

  /** {@code GET /feed.json}. */
  void json(Context request) throws IOException {
    answer(request, JsonFeed.TYPE, JsonFeed::write);
  }

  /** {@code GET /api/documents.ndjson?after=&limit=}: what happened to documents since. */
  void ndjson(Context request) throws IOException {
    Cursor after = after(request);
    try {
      DocumentChanges.Page page = changes.after(after, limit(request));
      ByteArrayOutputStream lines = new ByteArrayOutputStream();
      for (Change change : page.changes()) {
        lines.write(NdjsonFile.line(change));
        lines.write('\n');
      }
      request
          .header("Onrecord-Next-Cursor", page.next().toString())
          .header("Link", "</api/documents.ndjson?after=%s>; rel=\"next\"".formatted(page.next()))
          .header("Cache-Control", "no-store")
          .contentType("application/x-ndjson")
          .result(lines.toByteArray());
    } catch (ForeignCursorException e) {
      throw new ProblemException(410, String.valueOf(e.getMessage()), e);
    } catch (KafkaException e) {
      throw new ProblemException(503, "Kafka does not answer: " + e.getMessage(), e);
    }
  }

  private void answer(Context request, String type, Function<Feed, byte[]> writer)
      throws IOException {
    byte[] bytes = writer.apply(feed(request));
    if (!DocumentRoutes.isKnown(request, Sha256.hex(bytes))) {
      request.contentType(type).result(bytes);
    }
  }

  private Feed feed(Context request) throws IOException {
    SearchRequest asked = SearchParameters.read(request).newestFirst();
    List<Document> documents = new ArrayList<>();
    for (Hit hit : search.search(asked).hits()) {
      search.json(hit.id()).map(DocumentJson::read).ifPresent(documents::add);
    }
    String home = request.url().replaceFirst("/feed\\.(atom|json)$", "/");
    String query = Optional.ofNullable(request.queryString()).map(q -> "?" + q).orElse("");
    String about = asked.query().isBlank() ? "Interviews" : "Interviews: " + asked.query();
    return new Feed(home + query, request.url() + query, about, List.copyOf(documents));
  }

  private static Cursor after(Context request) {
    String text = Optional.ofNullable(request.queryParam("after")).orElse("");
    return text.isEmpty()
        ? Cursor.START
        : Cursor.parse(text)
            .orElseThrow(
                () ->
                    new ProblemException(
                        400, "after is '%s'; give a cursor as it was given out".formatted(text)));
  }

  private static int limit(Context request) {
    String text = Optional.ofNullable(request.queryParam("limit")).orElse("" + CHANGES);
    try {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= MOST_CHANGES) {
        return limit;
      }
    } catch (NumberFormatException e) {
      throw new ProblemException(400, "limit is '%s'; give a number".formatted(text), e);
    }
    throw new ProblemException(400, "limit is %s; give 1 to %d".formatted(text, MOST_CHANGES));
  }
}
