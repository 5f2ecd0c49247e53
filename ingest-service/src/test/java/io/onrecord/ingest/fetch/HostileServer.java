package io.onrecord.ingest.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** A server on loopback that does everything that servers should not do, a path for each. */
public final class HostileServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closing = new CountDownLatch(1);

  /** Every path that was asked for, in order. */
  public final List<String> asked = new CopyOnWriteArrayList<>();

  /** User-Agent headers in the order of the requests. */
  public final List<String> agents = new CopyOnWriteArrayList<>();

  /** Listens at once. */
  public HostileServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    on("/page", e -> answer(e, 200, "text/html; charset=GB2312", "<p>page</p>"));
    on("/untyped", e -> answer(e, 200, null, "bytes"));
    on("/empty", e -> e.sendResponseHeaders(200, -1));
    on("/missing", e -> answer(e, 404, "text/plain", "no"));
    on("/broken", e -> answer(e, 500, "text/plain", "oh"));
    on("/busy", e -> answer(e, 429, "text/plain", "slow down"));
    on("/login", e -> answer(e, 403, "text/plain", "no"));
    on("/moved", e -> redirect(e, "/page"));
    on("/loop", e -> redirect(e, "/loop2"));
    on("/loop2", e -> redirect(e, "/loop"));
    on("/chain", e -> redirect(e, "/chain?" + (number(e) + 1)));
    on("/away", e -> redirect(e, "http://192.0.2.7/secret"));
    on("/metadata", e -> redirect(e, "http://169.254.169.254/latest"));
    on("/tofile", e -> redirect(e, "file:///etc/hostname"));
    on("/tojunk", e -> redirect(e, "http://[junk"));
    on("/silent", e -> await());
    on("/drip", this::drip);
    on("/declared", e -> declared(e, 10_000_000));
    on("/endless", HostileServer::endless);
    on("/truncated", e -> declared(e, 500));
    on("/gzip", e -> gzip(e, 1_000));
    on("/bomb", e -> gzip(e, 5_000_000));
    on("/etag", HostileServer::etag);
    server.start();
  }

  /** The address of a path. */
  public String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private void on(String path, HttpHandler handler) {
    server.createContext(
        path,
        exchange -> {
          asked.add(exchange.getRequestURI().toString());
          agents.add(String.valueOf(exchange.getRequestHeaders().getFirst("User-Agent")));
          try (exchange) {
            handler.handle(exchange);
          }
        });
  }

  private static void answer(HttpExchange exchange, int status, @Nullable String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    if (type != null) {
      exchange.getResponseHeaders().set("Content-Type", type);
    }
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static void redirect(HttpExchange exchange, String to) throws IOException {
    exchange.getResponseHeaders().set("Location", to);
    exchange.sendResponseHeaders(302, -1);
  }

  private static int number(HttpExchange exchange) {
    String query = exchange.getRequestURI().getQuery();
    return query == null ? 0 : Integer.parseInt(query);
  }

  private void await() {
    try {
      closing.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A byte every tenth of a second: never silent, never done. */
  private void drip(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    try {
      while (!closing.await(100, TimeUnit.MILLISECONDS)) {
        out.write('x');
        out.flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void declared(HttpExchange exchange, long length) throws IOException {
    exchange.sendResponseHeaders(200, length);
    exchange.getResponseBody().write(new byte[100]);
    exchange.getResponseBody().flush();
  }

  private static void endless(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    byte[] piece = new byte[8192];
    for (int i = 0; i < 100_000; i++) {
      exchange.getResponseBody().write(piece);
    }
  }

  private static void gzip(HttpExchange exchange, int size) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(new byte[size]);
    }
    exchange.getResponseHeaders().set("Content-Encoding", "gzip");
    exchange.sendResponseHeaders(200, packed.size());
    packed.writeTo(exchange.getResponseBody());
  }

  private static void etag(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("ETag", "\"v1\"");
    if ("\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
      exchange.sendResponseHeaders(304, -1);
    } else {
      answer(exchange, 200, "text/html", "tagged");
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
