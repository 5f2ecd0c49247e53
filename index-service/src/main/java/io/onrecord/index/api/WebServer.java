package io.onrecord.index.api;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import io.micrometer.core.instrument.Timer;
import io.onrecord.health.Health;
import io.onrecord.health.Metrics;
import io.onrecord.index.follow.Progress;
import io.onrecord.index.opensearch.SearchElsewhereException;
import io.onrecord.index.rebuild.IndexRebuild;
import io.onrecord.index.search.DocumentSearch;
import io.onrecord.index.writer.SearchableIndex;
import io.onrecord.settings.CoreSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the API and the web pages. All routes are here; those that change something are POST. */
public final class WebServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
  private static final String PAGE_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
  private static final String TEXT = "text/plain; charset=utf-8";

  private final SearchableIndex index;
  private final DocumentSearch search;
  private final DocumentRoutes documents;
  private final RawPages pages;
  private final Health health;
  private final Metrics metrics;
  private final Timer searches;
  private final Supplier<Progress> progress;
  private final DeadLetterRoutes deadLetters;
  private final FeedRoutes feeds;
  private final ReplayRoutes replays;
  private final IndexRoutes indexes;
  private final SourcesPages sources;
  private final Gate gate;
  private final Javalin server;

  private WebServer(
      InetSocketAddress address,
      Optional<String> token,
      Optional<URI> ingest,
      CoreSettings core,
      SearchableIndex index,
      Map<String, IndexRebuild> rebuilds,
      Supplier<Progress> progress,
      Health health,
      Metrics metrics) {
    this.index = index;
    this.search = new DocumentSearch(index);
    this.pages = new RawPages(core);
    this.documents = new DocumentRoutes(search, pages);
    this.health = health;
    this.metrics = metrics;
    this.searches = metrics.registry().timer("onrecord.search.seconds");
    this.progress = progress;
    this.deadLetters = new DeadLetterRoutes(core);
    this.indexes = new IndexRoutes(rebuilds);
    this.feeds = new FeedRoutes(core, search);
    this.replays = new ReplayRoutes(core);
    this.sources = new SourcesPages(ingest);
    this.gate = new Gate(address.getAddress(), token);
    this.server = Javalin.create(this::configure);
  }

  /**
   * Starts to listen.
   *
   * @param address where; port 0 takes a free one
   * @param token that changing requests must bear
   * @param ingest where ingest-service is, whose page about sources is then here too
   * @param rebuilds by the sink that they rebuild; the first unless a request names another
   * @throws IOException when the address cannot be had
   */
  public static WebServer start(
      InetSocketAddress address,
      Optional<String> token,
      Optional<URI> ingest,
      CoreSettings core,
      SearchableIndex index,
      Map<String, IndexRebuild> rebuilds,
      Supplier<Progress> progress,
      Health health,
      Metrics metrics)
      throws IOException {
    if (address.isUnresolved()) {
      throw new IOException(
          "index.host %s is no address of this machine".formatted(address.getHostString()));
    }
    WebServer web =
        new WebServer(address, token, ingest, core, index, rebuilds, progress, health, metrics);
    try {
      web.server.start(address.getAddress().getHostAddress(), address.getPort());
    } catch (JavalinBindException e) {
      web.pages.close();
      throw new IOException(
          "cannot listen on %s: %s; choose another port (index.port)"
              .formatted(address, e.getMessage()),
          e);
    }
    return web;
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

    config.routes.before(this::guard);
    get(config, "/", page("index.html", "text/html; charset=utf-8"));
    get(config, "/app.css", page("app.css", "text/css; charset=utf-8"));
    get(config, "/app.js", page("app.js", "text/javascript; charset=utf-8"));
    get(config, "/icon.svg", page("icon.svg", "image/svg+xml"));
    get(config, "/openapi.json", page("openapi.json", Json.TYPE));

    get(config, "/api/search", this::search);
    get(config, "/api/documents/{id}", documents::document);
    get(config, "/api/documents/{id}/page", documents::page);
    get(config, "/api/status", request -> Json.answer(request, status()));

    get(config, "/dead-letters", page("dead-letters.html", "text/html; charset=utf-8"));
    get(config, "/dead-letters.js", page("dead-letters.js", "text/javascript; charset=utf-8"));
    get(config, "/api/dead-letters", deadLetters::list);
    get(config, "/api/dead-letters/{topic}/{partition}/{offset}", deadLetters::show);
    get(config, "/api/dead-letters/{topic}/{partition}/{offset}/value", deadLetters::value);
    config.routes.post("/api/dead-letters/redrive", deadLetters::redrive);
    config.routes.post("/api/dead-letters/purge", deadLetters::purge);

    get(config, "/replays", page("replays.html", "text/html; charset=utf-8"));
    get(config, "/replays.js", page("replays.js", "text/javascript; charset=utf-8"));
    get(config, "/api/documents.ndjson", feeds::ndjson);
    get(config, "/feed.atom", feeds::atom);
    get(config, "/feed.json", feeds::json);
    get(config, "/api/replays", replays::list);
    get(config, "/api/index", indexes::status);
    config.routes.post("/api/index/rebuild", indexes::rebuild);
    config.routes.post("/api/index/rollback", indexes::rollback);

    sources.configure(config);

    get(config, "/livez", request -> request.contentType(TEXT).result("alive\n"));
    get(config, "/readyz", this::ready);
    get(
        config,
        "/metrics",
        request -> request.contentType(Metrics.CONTENT_TYPE).result(metrics.scrape()));

    config.routes.exception(
        ProblemException.class, (e, request) -> Json.problem(request, e.problem()));
    config.routes.exception(
        HttpResponseException.class,
        (e, request) ->
            Json.problem(request, Problem.of(e.getStatus(), String.valueOf(e.getMessage()))));
    config.routes.exception(
        SearchElsewhereException.class,
        (e, request) -> Json.problem(request, Problem.of(501, String.valueOf(e.getMessage()))));
    config.routes.exception(Exception.class, WebServer::failed);
    config.routes.error(404, WebServer::nothingHere);
  }

  private static Handler page(String file, String type) {
    return WebPage.load(file, type)::serve;
  }

  private static void get(JavalinConfig config, String path, Handler handler) {
    config.routes.get(path, handler);
    config.routes.head(path, handler);
  }

  private void guard(Context request) {
    request
        .header("Content-Security-Policy", PAGE_POLICY)
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .header("Cross-Origin-Resource-Policy", "same-origin");
    gate.check(request);
  }

  private void search(Context request) throws IOException {
    var parameters = SearchParameters.read(request);
    Timer.Sample sample = Timer.start(metrics.registry());
    var result = search.search(parameters);
    sample.stop(searches);
    Json.answer(request, result);
  }

  private IndexStatus status() throws IOException {
    return IndexStatus.of(
        health.isReady(), health.describe(), index.documents(), sources.isThere(), progress.get());
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
    sources.close();
    pages.close();
  }
}
