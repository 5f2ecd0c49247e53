package io.onrecord.ingest.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.event.DocumentId;
import io.onrecord.event.PageFetched;
import io.onrecord.ingest.IngestService;
import io.onrecord.ingest.IngestWorld;
import io.onrecord.ingest.fetch.HostileServer;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
final class IngestApiTest {
  static {
    // The JDK's client forbids these headers otherwise; the tests send what a browser would.
    System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host,origin");
  }

  private final IngestWorld world = new IngestWorld();
  private final HostileServer site = new HostileServer();
  private IngestService service;

  @BeforeAll
  void start() throws Exception {
    service = world.start();
  }

  @AfterAll
  void close() {
    world.close();
    site.close();
  }

  @Test
  void aPushedPageIsPublishedAsItIs() throws Exception {
    byte[] body = {1, 2, 3, (byte) 0xB0, (byte) 0xA1};
    HttpRequest.Builder push =
        HttpRequest.newBuilder()
            .header("Content-Type", "text/html; charset=big5")
            .POST(BodyPublishers.ofByteArray(body));
    HttpResponse<String> first = send("/api/pages?url=HTTP://Example.org/a%23x&source=tests", push);
    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(first.body())
        .contains("\"result\":\"published\"", "\"url\":\"http://example.org/a\"")
        .contains("\"id\":\"" + DocumentId.of("http://example.org/a"));
    assertThat(send("/api/pages?url=http://example.org/a", push).statusCode()).isEqualTo(200);

    PageFetched page =
        world.pages().stream()
            .filter(p -> p.url().equals("http://example.org/a"))
            .findFirst()
            .get();
    assertThat(page.body()).isEqualTo(body);
    assertThat(page.contentType()).contains("text/html; charset=big5");
    assertThat(page.source()).isEqualTo("tests");
  }

  @Test
  void aPageWithoutUrlIsNamedByItsBytes() throws Exception {
    HttpResponse<String> answer = send("/api/pages", post("nameless"));
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.body()).contains("\"url\":\"urn:sha256:");
  }

  @Test
  void aUrlIsFetchedNow() throws Exception {
    HttpResponse<String> answer =
        send("/api/sources", post("{\"url\": \"%s\"}".formatted(site.url("/page"))));
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(send("/api/known", HttpRequest.newBuilder()).body())
        .contains(site.url("/page"), "\"status\":200");
  }

  @Test
  void aFetchThatFailsIsAProblemAndRemembered() throws Exception {
    HttpResponse<String> answer =
        send("/api/sources", post("{\"url\": \"%s\"}".formatted(site.url("/missing"))));
    assertProblem(answer, 502, "answered 404 Not Found");
    assertThat(send("/api/known", HttpRequest.newBuilder()).body())
        .contains("\"failures\":1", "\"lastError\":\"answered 404 Not Found\"");
  }

  @Test
  void wrongRequestsAreProblems() throws Exception {
    assertProblem(send("/api/pages?url=ftp://x/", post("x")), 400, "ftp://x/");
    assertProblem(send("/api/pages", post("")), 400, "empty");
    assertProblem(send("/api/pages", post("x".repeat(100_001))), 413, "100000 bytes");
    assertProblem(send("/api/sources", post("{}")), 400, "name what to fetch");
    assertProblem(send("/api/sources", post("nonsense")), 400, "JSON");
    assertProblem(send("/api/sources", post("{\"url\":\"/etc/passwd\"}")), 400, "/api/pages");
    assertProblem(send("/nothing", HttpRequest.newBuilder()), 404, "/nothing");
  }

  @Test
  void aBrowserOnAWebSiteCannotPush() throws Exception {
    assertProblem(
        send("/api/pages", post("x").header("Origin", "https://evil.example")), 403, "origin");
    assertProblem(send("/api/pages", post("x").header("Origin", "null")), 403, "origin");
    assertProblem(
        send("/api/pages", post("x").header("Sec-Fetch-Site", "cross-site")), 403, "origin");
    assertProblem(send("/api/pages", post("x").header("Host", "evil.example")), 421, "localhost");
    assertProblem(
        send("/api/sources", HttpRequest.newBuilder().header("Host", "evil.example:7701")),
        421,
        "localhost");
  }

  @Test
  void aTokenIsNeededOnceItIsSet() throws Exception {
    try (IngestWorld guarded = new IngestWorld().with("ingest.token", "s3cret")) {
      IngestService tokened = guarded.start();
      assertThat(guarded.send(tokened, "/api/pages", post("x")).statusCode()).isEqualTo(401);
      assertThat(
              guarded
                  .send(tokened, "/api/pages", post("x").header("Authorization", "Bearer wrong"))
                  .statusCode())
          .isEqualTo(401);
      assertThat(
              guarded
                  .send(tokened, "/api/pages", post("x").header("Authorization", "Bearer s3cret"))
                  .statusCode())
          .isEqualTo(201);
      assertThat(guarded.send(tokened, "/livez", HttpRequest.newBuilder()).statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void beyondLoopbackNothingIsChangedWithoutAToken() throws Exception {
    try (IngestWorld open = new IngestWorld().with("ingest.host", "0.0.0.0")) {
      IngestService exposed = open.start();
      assertProblem(open.send(exposed, "/api/pages", post("x")), 403, "ingest.token");
      assertThat(open.send(exposed, "/api/sources", HttpRequest.newBuilder()).statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void healthAndMetricsAreServed() throws Exception {
    world.awaitReady(service);
    assertThat(send("/livez", HttpRequest.newBuilder()).body()).isEqualTo("alive\n");
    assertThat(send("/readyz", HttpRequest.newBuilder()).body())
        .contains("kafka: ready", "state: ready");
    assertThat(send("/metrics", HttpRequest.newBuilder()).body())
        .contains("onrecord_ingest_known_pages");
  }

  private HttpResponse<String> send(String path, HttpRequest.Builder request) throws Exception {
    return world.send(service, path, request);
  }

  private static HttpRequest.Builder post(String body) {
    return HttpRequest.newBuilder().POST(BodyPublishers.ofString(body));
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String detail) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.body()).contains("\"status\":" + status, detail);
  }
}
