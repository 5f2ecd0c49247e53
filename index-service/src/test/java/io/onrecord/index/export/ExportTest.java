package io.onrecord.index.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import blue.strategic.parquet.Hydrator;
import blue.strategic.parquet.ParquetReader;
import io.onrecord.document.DocumentJson;
import io.onrecord.index.IndexService;
import io.onrecord.index.IndexWorld;
import io.onrecord.index.SampleDocument;
import io.onrecord.index.example.Example;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExportTest {
  private static final SampleDocument FIRST = at(1).title("灯笼").paragraph("码头上的灯笼。");
  private static final SampleDocument SECOND = at(2).paragraph("Lanterns on the quay.");
  private static final SampleDocument THIRD = at(3).paragraph("A third talk.");

  @TempDir private Path directory;

  @Test
  void everyDocumentIsExportedOnceAsItIsNowAndTheNextExportGoesOnFromThere() throws Exception {
    IndexWorld world = new IndexWorld(directory);
    world.publish(at(1).title("an older version"), FIRST, SECOND, THIRD);
    world.unpublish(THIRD);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    var first = DocumentExport.write(world.core(), Cursor.START, new NdjsonFile(all), n -> {});
    assertThat(first.documents()).isEqualTo(2);
    assertThat(all.toString(UTF_8).lines())
        .containsExactlyInAnyOrder(
            new String(DocumentJson.write(FIRST.build()), UTF_8),
            new String(DocumentJson.write(SECOND.build()), UTF_8));

    ByteArrayOutputStream nothing = new ByteArrayOutputStream();
    Cursor next = Cursor.parse(first.next().toString()).orElseThrow();
    DocumentExport.write(world.core(), next, new NdjsonFile(nothing), n -> {});
    assertThat(nothing.size()).isZero();

    world.publish(THIRD);
    world.unpublish(FIRST);
    ByteArrayOutputStream since = new ByteArrayOutputStream();
    var second = DocumentExport.write(world.core(), next, new NdjsonFile(since), n -> {});
    assertThat(second.documents()).isEqualTo(1);
    assertThat(second.gone()).isEqualTo(1);
    assertThat(since.toString(UTF_8))
        .contains("{\"id\":\"%s\",\"gone\":true}".formatted(FIRST.id()))
        .contains(THIRD.id());
    assertThatThrownBy(
            () ->
                DocumentExport.write(
                    world.core(), new Cursor(List.of(9_999L)), new NdjsonFile(since), n -> {}))
        .isInstanceOf(ForeignCursorException.class);
  }

  @Test
  void parquetHoldsTheSameDocumentsInColumns() throws Exception {
    IndexWorld world = new IndexWorld(directory.resolve("index"));
    world.publish(FIRST, SECOND);
    Path path = directory.resolve("documents.parquet");
    try (ParquetFile file = new ParquetFile(path)) {
      DocumentExport.write(world.core(), Cursor.START, file, n -> {});
    }
    assertThat(new String(Files.readAllBytes(path), 0, 4, UTF_8)).isEqualTo("PAR1");
    Hydrator<Map<String, Object>, Map<String, Object>, String> rows = new Rows();
    try (Stream<Map<String, Object>> read =
        ParquetReader.streamContent(path.toFile(), rows, columns -> columns[0])) {
      Map<Object, Map<String, Object>> all =
          read.collect(Collectors.toMap(row -> row.get("id"), row -> row));
      assertThat(all).containsOnlyKeys(FIRST.id(), SECOND.id());
      Map<String, Object> first = all.get(FIRST.id());
      assertThat(first)
          .containsEntry("title", "灯笼")
          .containsEntry("site", "example.org")
          .containsEntry("gone", false)
          .containsEntry("published_at", "2024-04-20")
          .containsEntry("json", new String(DocumentJson.write(FIRST.build()), UTF_8));
      assertThat(first.get("modified_at")).isNull();
    }
  }

  /** Rows as maps of their columns. */
  private static final class Rows
      implements Hydrator<Map<String, Object>, Map<String, Object>, String> {
    @Override
    public Map<String, Object> start() {
      return new HashMap<>();
    }

    @Override
    public Map<String, Object> add(Map<String, Object> row, String column, Object value) {
      row.put(column, value);
      return row;
    }

    @Override
    public Map<String, Object> finish(Map<String, Object> row) {
      return row;
    }
  }

  @Test
  void aFollowerOfTheApiSeesEverythingOnceByItsCursor() throws Exception {
    IndexWorld world = new IndexWorld(directory);
    try (IndexService service = world.start()) {
      List<SampleDocument> many = new ArrayList<>();
      for (int i = 0; i < 25; i++) {
        many.add(at(i).paragraph("Talk " + i));
      }
      world.publish(many.toArray(SampleDocument[]::new));
      world.awaitCaughtUp(service);
      List<String> lines = new ArrayList<>();
      String cursor = "";
      while (true) {
        var page = world.get(service, "/api/documents.ndjson?limit=10&after=" + cursor);
        assertThat(page.statusCode()).isEqualTo(200);
        page.body().lines().forEach(lines::add);
        cursor = page.headers().firstValue("Onrecord-Next-Cursor").orElseThrow();
        if (page.body().isEmpty()) {
          break;
        }
      }
      assertThat(lines).hasSize(25).doesNotHaveDuplicates();
      world.unpublish(many.getFirst());
      var since = world.get(service, "/api/documents.ndjson?after=" + cursor);
      assertThat(since.body())
          .isEqualTo("{\"id\":\"%s\",\"gone\":true}%n".formatted(many.getFirst().id()));
      assertThat(world.get(service, "/api/documents.ndjson?after=x").statusCode()).isEqualTo(400);
      assertThat(world.get(service, "/api/documents.ndjson?after=99999.9").statusCode())
          .isEqualTo(410);
      assertThat(world.get(service, "/api/documents.ndjson?limit=0").statusCode()).isEqualTo(400);
    }
  }

  @Test
  void feedsHaveStableIdsFiltersAndAnETag() throws Exception {
    IndexWorld world = new IndexWorld(directory);
    try (IndexService service = world.start()) {
      world.publish(
          FIRST.language("zh-Hans"), SECOND.title("Quay & \u0001 sea").publishedAt("2024-05"));
      world.awaitIndexed(service, FIRST, SECOND);
      var atom = world.get(service, "/feed.atom");
      assertThat(atom.headers().firstValue("Content-Type"))
          .hasValueSatisfying(type -> assertThat(type).startsWith("application/atom+xml"));
      assertThat(atom.body())
          .contains("<id>urn:onrecord:document:" + FIRST.id() + "</id>")
          .contains("<title>Quay &amp;  sea</title>", "<published>2024-05-01T00:00:00Z</published>")
          .contains("xml:lang=\"zh-Hans\"", "rel=\"self\"");
      String tag = atom.headers().firstValue("ETag").orElseThrow();
      assertThat(world.get(service, "/feed.atom", "If-None-Match", tag).statusCode())
          .isEqualTo(304);
      assertThat(world.get(service, "/feed.json?language=zh").body())
          .contains("urn:onrecord:document:" + FIRST.id(), "https://jsonfeed.org/version/1.1")
          .doesNotContain(SECOND.id());
      assertThat(world.get(service, "/feed.json?q=quay").body())
          .contains(SECOND.id())
          .doesNotContain(FIRST.id());
      assertThat(world.get(service, "/feed.json?nonsense=1").statusCode()).isEqualTo(400);
    }
  }

  @Test
  void theExampleOfTheContractFollowsTheTopic() throws Exception {
    IndexWorld world = new IndexWorld(directory);
    Map<String, String> titles = new ConcurrentHashMap<>();
    AtomicBoolean stop = new AtomicBoolean();
    world.publish(at(1).title("an older version"), FIRST, SECOND);
    Thread follower = new Thread(() -> Example.follow(world, titles, stop::get));
    follower.start();
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> titles.equals(Map.of(FIRST.id(), "灯笼", SECOND.id(), "A conversation")));
    world.unpublish(SECOND);
    await().atMost(Duration.ofMinutes(1)).until(() -> titles.keySet().equals(Set.of(FIRST.id())));
    stop.set(true);
    follower.join();
  }

  @Test
  void theContractShowsTheExampleAsItIsTested() throws Exception {
    Path root = Path.of("").toAbsolutePath();
    Path source = root.resolve("src/test/java/io/onrecord/index/example/FollowDocuments.java");
    String example = Files.readString(source);
    String body = example.substring(example.indexOf("/** Keeps")).strip();
    assertThat(Files.readString(root.resolve("../docs/CONSUMING.md"))).contains(body);
    assertThat(example.lines().count()).isLessThanOrEqualTo(50);
  }

  private static SampleDocument at(int number) {
    return SampleDocument.at("https://example.org/talks/" + number);
  }
}
