package io.onrecord.index.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.document.DocumentJson;
import io.onrecord.index.IndexService;
import io.onrecord.index.IndexWorld;
import io.onrecord.index.SampleDocument;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class WebServerTest {
  private static final byte[] PAGE =
      "<script>alert('我')</script>城市".getBytes(Charset.forName("gb18030"));
  private static final String URL = "https://example.org/talk";

  @TempDir private static Path directory;
  private static IndexWorld world;
  private static IndexService service;
  private static SampleDocument talk;
  private static SampleDocument lost;
  private static SampleDocument pushed;

  @BeforeAll
  static void start() throws Exception {
    world = new IndexWorld(directory);
    talk =
        world.page(
            SampleDocument.at(URL).title("<b>Talk</b>").paragraph("城市与海，a talk."),
            URL,
            PAGE,
            "gb18030");
    lost =
        SampleDocument.at("https://example.org/lost")
            .paragraph("Its page is gone.")
            .from(world.pagesTopic(), 0, 4_000, "sha256:00", "UTF-8");
    pushed = SampleDocument.at("https://example.org/pushed").paragraph("It never was in a topic.");
    service = world.start();
    world.publish(talk, lost, pushed);
    world.awaitIndexed(service, talk, lost, pushed);
    world.awaitCaughtUp(service);
  }

  @AfterAll
  static void stop() throws IOException {
    service.close();
  }

  @Test
  void aSearchAnswersWithPiecesAndNeverWithMarkup() throws Exception {
    JsonNode result = json(get("/api/search?q=talk&facets=true"));
    assertThat(result.get("total").asLong()).isEqualTo(1);
    assertThat(result.get("partial").asBoolean()).isFalse();
    JsonNode hit = result.get("hits").get(0);
    assertThat(hit.get("id").asString()).isEqualTo(talk.id());
    assertThat(hit.get("title").asString()).isEqualTo("<b>Talk</b>");
    assertThat(hit.get("titlePieces").get(1).toString())
        .isEqualTo("{\"text\":\"Talk\",\"hit\":true}");
    assertThat(hit.get("passages").get(0).get("pieces").get(1).get("text").asString())
        .isEqualTo("talk");
    assertThat(result.get("facets").get("sites").get(0).get("value").asString())
        .isEqualTo("example.org");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/search?size=0, size",
    "/api/search?size=101, size",
    "/api/search?page=0, page",
    "/api/search?page=x, page",
    "/api/search?page=1000&size=100, deeper",
    "/api/search?from=yesterday, from",
    "/api/search?to=2024-02-31, to",
    "/api/search?kind=poem, kind",
    "/api/search?sort=best, sort",
    "/api/search?query=talk, query"
  })
  void whatCannotBeUsedIsRefusedByName(String path, String named) throws Exception {
    assertProblem(get(path), 400, named);
  }

  @Test
  void aQueryThatIsTooLongIsRefused() throws Exception {
    assertProblem(get("/api/search?q=" + "x".repeat(501)), 400, "at most 500");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%22", "%00", "-", "%28%28", "%F0%9F%98%80", "a%3Ab", "%E4%BD", "%2B"})
  void oddQueriesAreAnswered(String query) throws Exception {
    assertThat(get("/api/search?q=" + query).statusCode()).isEqualTo(200);
  }

  @Test
  void aDocumentIsServedAsPublishedAndKnownVersionsAreNotSentAgain() throws Exception {
    HttpResponse<String> response = get("/api/documents/" + talk.id());
    assertThat(response.body()).isEqualTo(new String(DocumentJson.write(talk.build()), UTF_8));
    String tag = response.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again =
        world.get(service, "/api/documents/" + talk.id(), "If-None-Match", tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertProblem(get("/api/documents/nobody"), 404, "nobody");
  }

  @Test
  void aPageIsItsBytesAndNothingInItCanRun() throws Exception {
    HttpResponse<byte[]> page = world.bytes(service, "/api/documents/" + talk.id() + "/page");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).isEqualTo(PAGE);
    assertThat(page.headers().firstValue("Content-Type")).hasValue("text/plain; charset=gb18030");
    assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("sandbox;");
  }

  @Test
  void aPageThatIsNotKeptSaysSo() throws Exception {
    assertProblem(get("/api/documents/" + lost.id() + "/page"), 410, "no longer kept");
    assertProblem(get("/api/documents/" + pushed.id() + "/page"), 404, "names no page");
    assertProblem(get("/api/documents/nobody/page"), 404, "nobody");
  }

  @Test
  void anotherPageAtTheSameOffsetIsNotGivenOut() throws Exception {
    var place = talk.build().provenance();
    SampleDocument other =
        SampleDocument.at("https://example.org/other")
            .from(
                world.pagesTopic(),
                place.partition().orElseThrow(),
                place.offset().orElseThrow(),
                "sha256:11",
                "UTF-8");
    world.publish(other);
    world.awaitIndexed(service, other);
    assertProblem(get("/api/documents/" + other.id() + "/page"), 410, "no longer kept");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/app.js",
        "/app.css",
        "/icon.svg",
        "/openapi.json",
        "/livez",
        "/readyz",
        "/metrics"
      })
  void everythingElseIsServed(String path) throws Exception {
    HttpResponse<String> response = get(path);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'none'")
        .doesNotContain("unsafe");
    HttpResponse<String> head = world.send(service, "HEAD", path);
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
  }

  @Test
  void theDescriptionOfTheApiNamesEveryRoute() throws Exception {
    JsonNode paths = json(get("/openapi.json")).get("paths");
    assertThat(paths.propertyNames())
        .contains(
            "/api/search",
            "/api/documents/{id}",
            "/api/documents/{id}/page",
            "/api/status",
            "/livez",
            "/readyz",
            "/metrics");
  }

  @Test
  void unknownPathsAndMethodsAreProblems() throws Exception {
    assertProblem(get("/nowhere"), 404, "/nowhere");
    assertProblem(world.send(service, "POST", "/api/search"), 405, "");
  }

  @Test
  void anotherNameForThisMachineIsRefused() throws Exception {
    try (var socket = new java.net.Socket("127.0.0.1", service.port())) {
      socket
          .getOutputStream()
          .write(
              "GET /api/status HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                  .getBytes(UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 421").contains("application/problem+json");
    }
  }

  private static void assertProblem(HttpResponse<String> response, int status, String detail) {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    JsonNode problem = json(response);
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    assertThat(problem.get("title").asString()).isNotBlank();
    assertThat(problem.get("detail").asString()).contains(detail);
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return world.get(service, path);
  }

  private static JsonNode json(HttpResponse<String> response) {
    return JsonMapper.shared().readTree(Optional.ofNullable(response.body()).orElse(""));
  }
}
