package io.onrecord.ingest.api;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import io.onrecord.event.DocumentId;
import io.onrecord.health.Health;
import io.onrecord.health.Metrics;
import io.onrecord.ingest.IngestResult;
import io.onrecord.ingest.fetch.ResponseHeaders;
import io.onrecord.ingest.fetch.Validators;
import io.onrecord.ingest.frontier.KnownPages;
import io.onrecord.ingest.source.Inputs;
import io.onrecord.ingest.source.Item;
import io.onrecord.ingest.url.CanonicalUrl;
import io.onrecord.ingest.url.InvalidUrlException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the API. All routes are here. */
public final class IngestApi implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(IngestApi.class);
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final int COMMIT_LIMIT_SECONDS = 90;
  private static final int PAGE_OF_KNOWN = 1000;

  private final int maxBytes;
  private final PushedPages pages;
  private final Function<Item.UrlItem, CompletableFuture<IngestResult>> fetch;
  private final SourcesApi sources;
  private final Optional<WebSubApi> webSub;
  private final KnownPages known;
  private final Health health;
  private final Metrics metrics;
  private final Gate gate;
  private final Javalin server;

  private IngestApi(
      InetSocketAddress address,
      Optional<String> token,
      int maxBytes,
      PushedPages pages,
      Function<Item.UrlItem, CompletableFuture<IngestResult>> fetch,
      SourcesApi sources,
      Optional<WebSubApi> webSub,
      KnownPages known,
      Health health,
      Metrics metrics) {
    this.maxBytes = maxBytes;
    this.pages = pages;
    this.fetch = fetch;
    this.sources = sources;
    this.webSub = webSub;
    this.known = known;
    this.health = health;
    this.metrics = metrics;
    this.gate = new Gate(address.getAddress(), token, webSub.isPresent());
    this.server = Javalin.create(this::configure);
  }

  /**
   * Starts to listen.
   *
   * @param address where; port 0 takes a free one
   * @param token that changing requests must bear
   * @param maxBytes of a pushed page
   * @param pages where pushed pages go
   * @param fetch fetches a URL now, or follows it if it leads to pages
   * @param sources the routes about named sources
   * @param webSub what hubs call, if they can reach us
   * @throws IOException when the address cannot be had
   */
  public static IngestApi start(
      InetSocketAddress address,
      Optional<String> token,
      int maxBytes,
      PushedPages pages,
      Function<Item.UrlItem, CompletableFuture<IngestResult>> fetch,
      SourcesApi sources,
      Optional<WebSubApi> webSub,
      KnownPages known,
      Health health,
      Metrics metrics)
      throws IOException {
    if (address.isUnresolved()) {
      throw new IOException(
          "ingest.host %s is no address of this machine".formatted(address.getHostString()));
    }
    IngestApi api =
        new IngestApi(
            address, token, maxBytes, pages, fetch, sources, webSub, known, health, metrics);
    try {
      api.server.start(address.getAddress().getHostAddress(), address.getPort());
    } catch (JavalinBindException e) {
      throw new IOException(
          "cannot listen on %s: %s; choose another port (ingest.port)"
              .formatted(address, e.getMessage()),
          e);
    }
    return api;
  }

  /** The port that it listens on. */
  public int port() {
    return server.port();
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));

    config.routes.before(gate::check);
    config.routes.post("/api/pages", this::push);
    config.routes.post("/api/sources", this::fetchOrFollow);
    sources.configure(config);
    webSub.ifPresent(routes -> routes.configure(config));
    config.routes.get("/api/known", this::known);
    config.routes.get("/livez", request -> request.contentType(TEXT).result("alive\n"));
    config.routes.get("/readyz", this::ready);
    config.routes.get(
        "/metrics", request -> request.contentType(Metrics.CONTENT_TYPE).result(metrics.scrape()));

    config.routes.exception(
        ProblemException.class, (e, request) -> Json.problem(request, e.problem()));
    config.routes.exception(
        HttpResponseException.class,
        (e, request) ->
            Json.problem(request, Problem.of(e.getStatus(), String.valueOf(e.getMessage()))));
    config.routes.exception(Exception.class, IngestApi::failed);
    config.routes.error(404, IngestApi::nothingHere);
  }

  /**
   * {@code POST /api/pages?url=&source=&captured=}: the body is the page; headers that its server
   * sent may be sent on ({@code Content-Type}, {@code Content-Language}, {@code ETag}, {@code
   * Last-Modified}, {@code X-Robots-Tag}, …).
   */
  private void push(Context request) throws IOException {
    byte[] body = body(request);
    if (body.length == 0) {
      throw new ProblemException(400, "the body is empty; there is nothing to publish");
    }
    String url =
        Optional.ofNullable(request.queryParam("url")).orElseGet(() -> DocumentId.urn(body));
    String source = Optional.ofNullable(request.queryParam("source")).orElse("push");
    try {
      answer(
          request,
          pages.push(
              new PushedPage(
                  CanonicalUrl.of(url),
                  source,
                  body,
                  header(request, "Content-Type"),
                  header(request, "Content-Language"),
                  new Validators(header(request, "ETag"), header(request, "Last-Modified")),
                  ResponseHeaders.read(name -> Collections.list(request.req().getHeaders(name))),
                  captured(request))));
    } catch (InvalidUrlException e) {
      throw new ProblemException(400, e.getMessage());
    }
  }

  private static Optional<String> header(Context request, String name) {
    return Optional.ofNullable(request.header(name));
  }

  private static Optional<Instant> captured(Context request) {
    try {
      return Optional.ofNullable(request.queryParam("captured")).map(Instant::parse);
    } catch (DateTimeException e) {
      throw new ProblemException(
          400, "captured is no time such as 2024-03-01T10:00:00Z: " + e.getMessage());
    }
  }

  /**
   * What is to be fetched, or followed.
   *
   * @param url {@code http} or {@code https}
   * @param name under which it is followed; without one it is fetched once
   */
  record SourceJson(@Nullable String url, @Nullable String name) {}

  /**
   * {@code POST /api/sources}: fetches {@code url} now, or with a {@code name} follows it. What
   * leads to pages (a feed, a sitemap, a home page that names them) is followed in any case.
   */
  private void fetchOrFollow(Context request) throws IOException {
    SourceJson source = Json.read(body(request), SourceJson.class);
    String url = source.url();
    if (url == null) {
      throw new ProblemException(400, "name what to fetch: {\"url\": \"https://…\"}");
    }
    String name = source.name();
    if (name != null) {
      sources.name(request, name, url);
      return;
    }
    Item item = Inputs.of(url).getFirst();
    if (!(item instanceof Item.UrlItem named)) {
      throw new ProblemException(
          400, url + " is no http or https URL; files are pushed to /api/pages (onrecord add)");
    }
    answer(request, fetch.apply(named));
  }

  /** What is known, a page of it at a time. */
  record KnownJson(List<KnownPages.Known> pages, Optional<String> next) {}

  private void known(Context request) {
    String after = Optional.ofNullable(request.queryParam("after")).orElse("");
    List<KnownPages.Known> found = known.after(after, PAGE_OF_KNOWN);
    Optional<String> next =
        found.size() < PAGE_OF_KNOWN ? Optional.empty() : Optional.of(found.getLast().url());
    Json.answer(request, 200, new KnownJson(found, next));
  }

  private byte[] body(Context request) throws IOException {
    try (InputStream in = request.bodyInputStream()) {
      byte[] body = in.readNBytes(maxBytes + 1);
      if (body.length > maxBytes) {
        throw new ProblemException(
            413,
            "the body has more than %d bytes, which a page may have; raise topics.max-page-bytes"
                .formatted(maxBytes));
      }
      return body;
    }
  }

  private static void answer(Context request, CompletableFuture<IngestResult> pending) {
    try {
      IngestResult result = pending.orTimeout(COMMIT_LIMIT_SECONDS, TimeUnit.SECONDS).join();
      int status =
          switch (result) {
            case IngestResult.Published published -> 201;
            case IngestResult.Unchanged unchanged -> 200;
            case IngestResult.Followed followed -> 200;
            case IngestResult.Refused refused -> 422;
            case IngestResult.Failed failed -> 502;
          };
      if (status < 300) {
        Json.answer(request, status, ResultJson.of(result));
      } else {
        Json.problem(request, Problem.of(status, result.message()));
      }
    } catch (CompletionException e) {
      boolean late = e.getCause() instanceof TimeoutException;
      request.header("Retry-After", "10");
      throw new ProblemException(
          503,
          late
              ? "Kafka has not confirmed the page in %d s; push it again"
                  .formatted(COMMIT_LIMIT_SECONDS)
              : "the page was not published; push it again");
    }
  }

  private void ready(Context request) {
    request.status(health.isReady() ? 200 : 503).contentType(TEXT).result(health.describe());
  }

  private static void failed(Exception e, Context request) {
    LOG.atError().addKeyValue("path", request.path()).setCause(e).log("request.failed");
    Json.problem(request, Problem.of(500, "the request failed; the service's log says why"));
  }

  private static void nothingHere(Context request) {
    if (!Json.PROBLEM_TYPE.equals(request.res().getContentType())) {
      Json.problem(request, Problem.of(404, "nothing is at " + request.path()));
    }
  }

  /** Answers the requests in hand and stops. */
  @Override
  public void close() {
    server.stop();
  }
}
