package io.onrecord.index.api;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The page about sources under the address of all others. It is ingest's own page, with the five
 * requests that it makes, passed through as they are: nothing here knows what a source is.
 */
final class SourcesPages implements AutoCloseable {
  private static final int LARGEST = 1 << 20;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> PASSED =
      List.of("Content-Type", "Content-Security-Policy", "WWW-Authenticate");

  private final Optional<URI> ingest;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  /**
   * Passes on to this address.
   *
   * @param ingest where ingest-service is; without it there is no such page
   */
  SourcesPages(Optional<URI> ingest) {
    this.ingest = ingest;
  }

  boolean isThere() {
    return ingest.isPresent();
  }

  void configure(JavalinConfig config) {
    config.routes.get("/sources", this::pass);
    config.routes.get("/api/sources", this::pass);
    config.routes.get("/api/sources.opml", this::pass);
    config.routes.post("/api/sources", this::pass);
    config.routes.delete("/api/sources/{name}", this::pass);
    config.routes.post("/api/sources/{name}/pause", this::pass);
    config.routes.post("/api/sources/{name}/resume", this::pass);
  }

  /** What changes something has passed our own gate; the token is for ingest to judge. */
  private void pass(Context request) {
    URI there =
        ingest.orElseThrow(
            () ->
                new ProblemException(
                    404, "sources are kept by ingest-service; set index.ingest to its address"));
    byte[] body = request.bodyAsBytes();
    if (body.length > LARGEST) {
      throw new ProblemException(413, "name a source in less than a megabyte");
    }
    HttpRequest.Builder asked =
        HttpRequest.newBuilder(there.resolve(request.req().getRequestURI()))
            .timeout(PATIENCE)
            .method(request.method().name(), HttpRequest.BodyPublishers.ofByteArray(body));
    for (String header : List.of("Content-Type", "Authorization")) {
      Optional.ofNullable(request.header(header)).ifPresent(value -> asked.header(header, value));
    }
    try {
      HttpResponse<byte[]> answer =
          client.send(asked.build(), HttpResponse.BodyHandlers.ofByteArray());
      request.status(answer.statusCode());
      PASSED.forEach(
          name -> answer.headers().firstValue(name).ifPresent(v -> request.header(name, v)));
      request.result(answer.body());
    } catch (IOException e) {
      throw new ProblemException(502, "ingest-service does not answer at " + there);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProblemException(503, "the service stops");
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
