package io.onrecord.ingest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Many hosts on this machine, each an address of 127.0.0.0/8 with one port, and a log of everything
 * that was asked. What is not set answers 404.
 */
public final class VirtualWeb implements AutoCloseable {
  /** Answers a request; it may do it badly. */
  @FunctionalInterface
  public interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  /**
   * A request that came.
   *
   * @param begun in nanoseconds, when its head had been read
   * @param ended when it had been answered
   */
  public record Asked(String host, String path, String agent, long begun, long ended) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final Queue<Asked> log = new ConcurrentLinkedQueue<>();

  /** Listens at once. */
  public VirtualWeb() {
    try {
      server = HttpServer.create(new InetSocketAddress("0.0.0.0", 0), 1000);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  /** The name of the n-th host, with its port. */
  public String host(int n) {
    return "127.1.%d.%d:%d".formatted(n / 250, n % 250 + 1, server.getAddress().getPort());
  }

  /** The address of a path on the n-th host. */
  public String url(int n, String path) {
    return "http://" + host(n) + path;
  }

  /** Sets what a path answers. */
  public VirtualWeb on(int host, String path, Answer answer) {
    answers.put(host(host) + path, answer);
    return this;
  }

  /** Sets a text that a path answers. */
  public VirtualWeb on(int host, String path, String type, String text) {
    return on(host, path, exchange -> answer(exchange, 200, type, text));
  }

  /** Answers with a text. */
  public static void answer(HttpExchange exchange, int status, @Nullable String type, String text)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (type != null) {
      exchange.getResponseHeaders().set("Content-Type", type);
    }
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  /** An RSS feed of these links. */
  public static String feed(List<String> links) {
    return links.stream()
        .map(link -> "<item><title>T</title><link>%s</link></item>".formatted(link))
        .collect(
            Collectors.joining(
                "", "<rss version=\"2.0\"><channel><title>F</title>", "</channel></rss>"));
  }

  private void serve(HttpExchange exchange) throws IOException {
    long begun = System.nanoTime();
    String host = String.valueOf(exchange.getRequestHeaders().getFirst("Host"));
    String path = exchange.getRequestURI().toString();
    try (exchange) {
      Answer answer = answers.get(host + path);
      if (answer == null) {
        answer = answers.getOrDefault(host + "/*", e -> answer(e, 404, "text/plain", "no"));
      }
      answer.to(exchange);
    } finally {
      String agent = String.valueOf(exchange.getRequestHeaders().getFirst("User-Agent"));
      log.add(new Asked(host, path, agent, begun, System.nanoTime()));
    }
  }

  /** Everything that was asked, in the order of the answers. */
  public List<Asked> log() {
    return List.copyOf(log);
  }

  /** How often a path of the n-th host was asked. */
  public long count(int host, String path) {
    return log.stream().filter(a -> a.host().equals(host(host)) && a.path().equals(path)).count();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
