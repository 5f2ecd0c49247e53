package io.onrecord.index.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.onrecord.index.IndexService;
import io.onrecord.index.IndexWorld;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is about sources goes to ingest-service and comes back as it is. */
final class SourcesPagesTest {
  private static final List<String> ASKED = new CopyOnWriteArrayList<>();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  @TempDir private static Path directory;
  private static HttpServer ingest;
  private static IndexService service;

  @BeforeAll
  static void start() throws IOException {
    ingest = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ingest.createContext("/", SourcesPagesTest::answer);
    ingest.start();
    service =
        new IndexWorld(directory)
            .start(Map.of("index.ingest", "http://127.0.0.1:" + ingest.getAddress().getPort()));
  }

  @AfterAll
  static void stop() throws IOException {
    service.close();
    ingest.stop(0);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    ASKED.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
    exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'self'");
    exchange.getResponseHeaders().set("Content-Type", "text/html");
    byte[] answer = "ingest's own".getBytes(UTF_8);
    exchange.sendResponseHeaders(exchange.getRequestMethod().equals("POST") ? 201 : 200, 12);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  @Test
  void thePageAndItsRequestsArePassedThrough() throws Exception {
    HttpResponse<String> page = send(request("/sources").GET());
    assertThat(page.body()).isEqualTo("ingest's own");
    assertThat(page.headers().allValues("Content-Security-Policy"))
        .containsExactly("default-src 'self'");
    var named = HttpRequest.BodyPublishers.ofString("{\"url\":\"https://a.example/\"}");
    assertThat(send(request("/api/sources").POST(named)).statusCode()).isEqualTo(201);
    send(request("/api/sources/a%20b%2Fc").DELETE());
    assertThat(ASKED)
        .contains(
            "GET /sources ",
            "POST /api/sources {\"url\":\"https://a.example/\"}",
            "DELETE /api/sources/a%20b%2Fc ");
    assertThat(send(request("/api/status").GET()).body()).contains("\"sources\":true");
  }

  @Test
  void aForeignPageChangesNothingThroughUs() throws Exception {
    var body = HttpRequest.BodyPublishers.ofString("{\"url\":\"https://evil.example/\"}");
    var evil = request("/api/sources").header("Origin", "https://evil.example").POST(body);
    assertThat(send(evil).statusCode()).isEqualTo(403);
    assertThat(ASKED).noneMatch(asked -> asked.contains("evil"));
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }
}
