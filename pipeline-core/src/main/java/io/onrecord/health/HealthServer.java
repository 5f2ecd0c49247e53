package io.onrecord.health;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** {@code /livez}, {@code /readyz} and {@code /metrics} for a service that serves nothing else. */
public final class HealthServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private HealthServer(HttpServer server) {
    this.server = server;
  }

  /**
   * Starts to listen.
   *
   * @param address where; port 0 takes a free one
   * @throws IOException when the address cannot be had
   */
  public static HealthServer start(InetSocketAddress address, Health health, Metrics metrics)
      throws IOException {
    HttpServer server;
    try {
      server = HttpServer.create(address, 0);
    } catch (IOException e) {
      throw new IOException(
          "cannot listen on %s: %s; choose another port".formatted(address, e.getMessage()), e);
    }
    HealthServer started = new HealthServer(server);
    server.setExecutor(started.threads);
    server.createContext("/livez", e -> answer(e, 200, "text/plain; charset=utf-8", "alive\n"));
    server.createContext(
        "/readyz",
        e ->
            answer(
                e, health.isReady() ? 200 : 503, "text/plain; charset=utf-8", health.describe()));
    server.createContext("/metrics", e -> answer(e, 200, Metrics.CONTENT_TYPE, metrics.scrape()));
    server.start();
    return started;
  }

  /** The port that it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  private static void answer(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    try (exchange) {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
