package io.onrecord.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.event.PageFetched;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A feed that names a hub is pushed: a real hub, a real broker, and looks only once an hour. */
final class WebSubTest {
  private final VirtualWeb web = new VirtualWeb();
  private final IngestWorld world = new IngestWorld();
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<String> links = new CopyOnWriteArrayList<>(List.of("/1"));

  /** What the hub was asked for. */
  private final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();

  private IngestService service;

  @BeforeEach
  void start() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    service =
        world
            .with("ingest.port", Integer.toString(port))
            .with("ingest.callback", "http://127.0.0.1:" + port + "/")
            .with("ingest.poll-least", "1h")
            .with("ingest.poll-first", "1h")
            .with("ingest.poll-most", "1h")
            .start();
    world.awaitReady(service);
    web.on(1, "/robots.txt", "text/plain", "");
    web.on(1, "/*", e -> VirtualWeb.answer(e, 200, "text/html", "page " + e.getRequestURI()));
    web.on(
        1,
        "/feed",
        e -> {
          e.getResponseHeaders()
              .set("Link", "<%s>; rel=\"hub\", </topic>; rel=self".formatted(web.url(2, "/hub")));
          VirtualWeb.answer(e, 200, "text/xml", VirtualWeb.feed(links));
        });
    web.on(
        2,
        "/hub",
        e -> {
          asked.add(form(new String(e.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
          VirtualWeb.answer(e, 202, null, "");
        });
    String json = "{\"url\":\"%s\",\"name\":\"one\"}".formatted(web.url(1, "/feed"));
    send("/api/sources", HttpRequest.newBuilder().POST(BodyPublishers.ofString(json)));
    await().until(() -> asked.size() == 1 && urls().size() == 1);
  }

  @AfterEach
  void close() {
    world.close();
    web.close();
    client.close();
  }

  @Test
  void aPushedFeedIsFetchedAtOnceAndUnsubscribedWithItsSource() throws Exception {
    Map<String, String> first = asked.getFirst();
    String topic = web.url(1, "/topic");
    assertThat(first).containsEntry("hub.mode", "subscribe").containsEntry("hub.topic", topic);
    assertThat(first.get("hub.secret")).hasSize(64);

    String callback = first.get("hub.callback");
    assertThat(verify(callback, "subscribe", "https://other.example/").statusCode()).isEqualTo(404);
    assertThat(verify(callback, "unsubscribe", topic).statusCode()).isEqualTo(404);
    assertThat(verify(callback + "0", "subscribe", topic).statusCode()).isEqualTo(404);
    HttpResponse<String> verified = verify(callback, "subscribe", topic);
    assertThat(verified.statusCode()).isEqualTo(200);
    assertThat(verified.body()).isEqualTo("a <challenge>");

    links.add("/2");
    long before = web.count(1, "/feed");
    assertThat(push(callback, "sha256=" + "0".repeat(64), "news").statusCode()).isEqualTo(202);
    assertThat(push(callback, "", "news").statusCode()).isEqualTo(202);
    assertThat(push(callback, "", "x".repeat(100_001)).statusCode()).isEqualTo(413);
    String signature = sign(first.get("hub.secret"), "news");
    assertThat(push(callback, signature, "news").statusCode()).isEqualTo(202);
    await().until(() -> urls().contains(web.url(1, "/2")));
    assertThat(web.count(1, "/feed")).isEqualTo(before + 1);

    // The lease of three seconds is renewed before it ends.
    await().until(() -> asked.size() >= 2);
    assertThat(asked.get(1)).isEqualTo(first);

    send("/api/sources/one", HttpRequest.newBuilder().DELETE());
    await().until(() -> asked.getLast().get("hub.mode").equals("unsubscribe"));
    assertThat(verify(callback, "unsubscribe", topic).statusCode()).isEqualTo(200);
    assertThat(push(callback, signature, "news").statusCode()).isEqualTo(410);
  }

  @Test
  void whoeverIsDeniedGoesOnLooking() throws Exception {
    String callback = asked.getFirst().get("hub.callback");
    assertThat(verify(callback, "denied", asked.getFirst().get("hub.topic")).statusCode())
        .isEqualTo(200);
    assertThat(send("/metrics", HttpRequest.newBuilder()).body()).contains("event=\"denied\"");
    assertThat(send("/api/sources", HttpRequest.newBuilder()).body())
        .contains("\"next\"", "\"state\":\"ok\"");
  }

  private HttpResponse<String> verify(String callback, String mode, String topic) throws Exception {
    String query =
        "?hub.mode=%s&hub.topic=%s&hub.challenge=%s&hub.lease_seconds=3"
            .formatted(mode, encoded(topic), encoded("a <challenge>"));
    return client.send(
        HttpRequest.newBuilder(URI.create(callback + query)).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> push(String callback, String signature, String body)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(callback)).POST(BodyPublishers.ofString(body));
    if (!signature.isEmpty()) {
      request.header("X-Hub-Signature", signature);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static String sign(String secret, String body) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA512");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA512"));
    return "sha512=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
  }

  private static Map<String, String> form(String body) {
    Map<String, String> form = new HashMap<>();
    for (String pair : body.split("&")) {
      String[] parts = pair.split("=", 2);
      form.put(
          URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
          URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return form;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpResponse<String> send(String path, HttpRequest.Builder request) throws Exception {
    return world.send(service, path, request);
  }

  private List<String> urls() {
    return world.pages().stream().map(PageFetched::url).toList();
  }

  private static ConditionFactory await() {
    return Awaitility.await().atMost(Duration.ofSeconds(30));
  }
}
