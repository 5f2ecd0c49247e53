package io.onrecord.ingest.api;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.onrecord.ingest.IngestResult;
import io.onrecord.ingest.frontier.KnownPages;
import io.onrecord.ingest.source.Item;
import io.onrecord.ingest.source.opml.Opml;
import io.onrecord.ingest.sources.NamedSource;
import io.onrecord.ingest.sources.SourceBook;
import io.onrecord.ingest.sources.SourceHealth;
import io.onrecord.ingest.sources.SourcesFile;
import io.onrecord.ingest.url.CanonicalUrl;
import io.onrecord.ingest.url.InvalidUrlException;
import io.onrecord.ingest.watch.FolderVisit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The routes about named sources: list, name, leave alone, take away; as JSON, OPML and a page. */
public final class SourcesApi {
  private static final String HTML = "text/html; charset=utf-8";

  private final SourceBook book;
  private final KnownPages known;
  private final boolean namesFiles;
  private final Clock clock;

  /**
   * Routes over a book.
   *
   * @param namesFiles whether files and folders of this machine may be named here; not by others
   */
  public SourcesApi(SourceBook book, KnownPages known, boolean namesFiles, Clock clock) {
    this.namesFiles = namesFiles;
    this.book = book;
    this.known = known;
    this.clock = clock;
  }

  void configure(JavalinConfig config) {
    config.routes.get("/api/sources", this::list);
    config.routes.get("/api/sources.opml", this::opml);
    config.routes.delete("/api/sources/{name}", this::remove);
    config.routes.post("/api/sources/{name}/pause", request -> pause(request, true));
    config.routes.post("/api/sources/{name}/resume", request -> pause(request, false));
    config.routes.get("/sources", SourcesApi::page);
  }

  /**
   * Everything named.
   *
   * @param sources in the order of their names
   * @param pages how many pages are known
   */
  record ListJson(List<SourceHealth> sources, int pages) {}

  private void list(Context request) {
    Instant now = clock.instant();
    List<SourceHealth> sources =
        book.all().stream().map(source -> SourceHealth.of(source, known, now)).toList();
    Json.answer(request, 200, new ListJson(sources, known.size()));
  }

  /** Names a source. */
  void name(Context request, String name, String url) {
    NamedSource source;
    try {
      source = NamedSource.of(name, url, clock.instant().truncatedTo(ChronoUnit.MILLIS));
      if (FolderVisit.isFor(source.url()) && !namesFiles) {
        throw new ProblemException(
            403, "files and folders are named in the configuration (sources), not from afar");
      }
      Optional<NamedSource> before = book.find(source.name());
      if (before.filter(b -> b.url().equals(source.url())).isPresent()) {
        Json.answer(request, 200, SourceHealth.of(before.get(), known, clock.instant()));
        return;
      }
      if (before.isPresent()) {
        throw new ProblemException(
            409, "the source '%s' is %s; remove it first".formatted(name, before.get().url()));
      }
      book.put(source);
    } catch (InvalidUrlException | IllegalArgumentException e) {
      throw new ProblemException(400, String.valueOf(e.getMessage()));
    }
    Json.answer(request, 201, SourceHealth.of(source, known, clock.instant()));
  }

  /** Follows what somebody gave without a name; under the name that it has, if it is followed. */
  public Optional<IngestResult.Followed> followed(Item.UrlItem item) {
    String url = CanonicalUrl.of(item.url()).value();
    return book.all().stream()
        .filter(source -> source.url().equals(url))
        .findFirst()
        .map(source -> new IngestResult.Followed(item.name(), url, source.name()));
  }

  /** Follows it from now on, under a name that is free. */
  public IngestResult follow(Item.UrlItem item) {
    Optional<IngestResult.Followed> before = followed(item);
    if (before.isPresent()) {
      return before.get();
    }
    String url = CanonicalUrl.of(item.url()).value();
    String base = SourcesFile.name(url);
    String name = base;
    for (int n = 2; book.find(name).isPresent(); n++) {
      name = base + " " + n;
    }
    try {
      book.put(NamedSource.of(name, url, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
      return new IngestResult.Followed(item.name(), url, name);
    } catch (IllegalArgumentException e) {
      return new IngestResult.Refused(
          item.name(), "cannot be followed: " + e.getMessage(), "name it yourself");
    }
  }

  private void remove(Context request) {
    NamedSource source = find(request);
    book.remove(source.name());
    request.status(204);
  }

  private void pause(Context request, boolean paused) {
    NamedSource source = find(request).paused(paused);
    book.put(source);
    Json.answer(request, 200, SourceHealth.of(source, known, clock.instant()));
  }

  private NamedSource find(Context request) {
    String name = request.pathParam("name");
    return book.find(name)
        .orElseThrow(() -> new ProblemException(404, "no source is named '%s'".formatted(name)));
  }

  private void opml(Context request) {
    List<Opml.Outline> feeds =
        book.all().stream()
            .map(source -> new Opml.Outline(source.name(), source.url(), Optional.empty()))
            .toList();
    request.contentType("text/x-opml; charset=utf-8").result(Opml.write(feeds));
  }

  private static void page(Context request) {
    try (InputStream in = SourcesApi.class.getResourceAsStream("sources.html")) {
      if (in == null) {
        throw new IllegalStateException("sources.html is missing from the class path");
      }
      request.header(
          "Content-Security-Policy",
          "default-src 'none'; style-src 'unsafe-inline'; script-src 'self' 'unsafe-inline';"
              + " connect-src 'self'");
      request.contentType(HTML).result(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
