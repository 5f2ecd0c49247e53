package io.onrecord.index.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.onrecord.index.IndexService;
import io.onrecord.index.IndexWorld;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class DeadLetterRoutesTest {
  @TempDir private Path directory;

  @Test
  void lettersAreListedShownPutBackAndGivenUp() throws Exception {
    IndexWorld world = new IndexWorld(directory);
    try (IndexService service = world.start()) {
      world.send(List.of(world.record("broken", "<script>no document</script>".getBytes(UTF_8))));
      await().atMost(Duration.ofMinutes(1)).until(() -> count(world, service, "") == 1);
      assertThat(count(world, service, "?stage=read&error=UnreadableDocumentException"))
          .isEqualTo(1);
      assertThat(count(world, service, "?stage=decode")).isZero();

      JsonNode letter = json(world.get(service, "/api/dead-letters").body()).path("letters").get(0);
      assertThat(letter.path("attempt").asInt()).isEqualTo(1);
      String path =
          "/api/dead-letters/%s/%d/%d"
              .formatted(
                  letter.path("place").path("topic").asString(),
                  letter.path("place").path("partition").asInt(),
                  letter.path("place").path("offset").asLong());
      assertThat(world.get(service, path).body()).contains("__connect.errors.exception.message");
      var value = world.get(service, path + "/value");
      assertThat(value.body()).isEqualTo("<script>no document</script>");
      assertThat(value.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
      assertThat(world.get(service, "/api/dead-letters/no/1/2").statusCode()).isEqualTo(404);
      assertThat(world.get(service, "/api/dead-letters?nonsense=1").statusCode()).isEqualTo(400);

      var redriven = world.send(service, "POST", "/api/dead-letters/redrive?id=broken");
      assertThat(redriven.body()).contains("\"redriven\":1");
      await()
          .atMost(Duration.ofMinutes(1))
          .until(
              () ->
                  world
                      .get(service, "/api/dead-letters?id=broken")
                      .body()
                      .contains("\"attempt\":2"));
      assertThat(count(world, service, "")).isEqualTo(1);

      assertThat(world.send(service, "POST", "/api/dead-letters/purge").statusCode())
          .isEqualTo(400);
      assertThat(world.send(service, "POST", "/api/dead-letters/purge?id=broken").body())
          .contains("\"purged\":1");
      assertThat(count(world, service, "")).isZero();
      assertThat(world.get(service, "/dead-letters").body()).contains("Dead letters");
    }
  }

  private static int count(IndexWorld world, IndexService service, String query) throws Exception {
    return json(world.get(service, "/api/dead-letters" + query).body()).path("count").asInt(-1);
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }
}
