package io.onrecord.index.opensearch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stands before the real node and gives the answers that a real node gives only under load: a whole
 * bulk refused with a status, or single items of it. What it does not refuse, the node really does.
 */
final class Front implements AutoCloseable {
  private final String behind;
  private final HttpClient http = HttpClient.newHttpClient();
  private final int port;
  private HttpServer server;

  /** So many of the next bulks are refused whole. */
  final AtomicInteger refusals = new AtomicInteger();

  /** So many of the next bulks have every second item refused. */
  final AtomicInteger partialRefusals = new AtomicInteger();

  /** How many items each bulk had that arrived. */
  final List<Integer> bulks = new CopyOnWriteArrayList<>();

  volatile int status = 429;

  Front(String behind) {
    this.behind = behind;
    this.server = listen(0);
    this.port = server.getAddress().getPort();
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  /** Nobody answers. */
  void goAway() {
    server.stop(0);
  }

  void comeBack() {
    server = listen(port);
  }

  private HttpServer listen(int at) {
    try {
      HttpServer fresh =
          HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), at), 0);
      fresh.createContext("/", this::answer);
      fresh.start();
      return fresh;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (exchange.getRequestURI().getPath().endsWith("/_bulk")) {
        bulk(exchange, body);
      } else {
        HttpResponse<byte[]> answer = forward(exchange, body);
        send(exchange, answer.statusCode(), answer.body());
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private void bulk(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
    List<String> items = items(new String(body, StandardCharsets.UTF_8));
    bulks.add(items.size());
    if (refusals.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
      exchange.getResponseHeaders().add("Retry-After", "1");
      send(exchange, status, "{\"error\":{\"type\":\"busy\"}}".getBytes(StandardCharsets.UTF_8));
      return;
    }
    boolean partial = partialRefusals.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
    List<String> passed = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      if (!partial || i % 2 == 0) {
        passed.add(items.get(i));
      }
    }
    HttpResponse<byte[]> answer =
        forward(exchange, String.join("", passed).getBytes(StandardCharsets.UTF_8));
    if (!partial) {
      send(exchange, answer.statusCode(), answer.body());
      return;
    }
    JsonNode real = JsonMapper.shared().readTree(answer.body()).path("items");
    ObjectNode merged = JsonMapper.shared().createObjectNode();
    ArrayNode all = merged.put("errors", true).putArray("items");
    for (int i = 0, next = 0; i < items.size(); i++) {
      if (i % 2 == 0) {
        all.add(real.get(next++));
      } else {
        all.addObject()
            .putObject("index")
            .put("status", status)
            .putObject("error")
            .put("type", "opensearch_rejected_execution_exception")
            .put("reason", "the queue is full");
      }
    }
    send(exchange, 200, JsonMapper.shared().writeValueAsBytes(merged));
  }

  /** Each item with its lines. */
  private static List<String> items(String body) {
    List<String> items = new ArrayList<>();
    String[] lines = body.split("(?<=\\n)");
    for (int i = 0; i < lines.length; i++) {
      items.add(lines[i].startsWith("{\"delete\"") ? lines[i] : lines[i] + lines[++i]);
    }
    return items;
  }

  private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(behind + exchange.getRequestURI()))
            .method(
                exchange.getRequestMethod(),
                body.length == 0
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    if (type != null) {
      request.header("Content-Type", type);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, head || body.length == 0 ? -1 : body.length);
    if (!head) {
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
