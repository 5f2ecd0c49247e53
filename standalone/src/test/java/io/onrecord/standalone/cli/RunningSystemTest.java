package io.onrecord.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.onrecord.standalone.Ports;
import io.onrecord.standalone.SamplePages;
import io.onrecord.standalone.Standalone;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands that talk to a running system, found by its data directory. */
final class RunningSystemTest {
  @TempDir static Path folder;
  private static Standalone system;

  @BeforeAll
  static void start() throws Exception {
    system = Standalone.start(folder.resolve("data"), Ports.FREE, Map.of());
    Path pages = Files.createDirectory(folder.resolve("pages"));
    for (SamplePages.Sample sample : SamplePages.all()) {
      Files.write(pages.resolve(sample.name()), sample.body());
    }
    Cli added = command("add", pages.toString());
    assertThat(added.err()).isEmpty();
    assertThat(added.status()).isZero();
    assertThat(added.outLines()).hasSize(8).allMatch(line -> line.endsWith(": published"));
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> status().path("index").path("documents").asInt() == 8);
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @Test
  void searchFindsEnglishAndBothScriptsOfChinese() {
    assertThat(command("search", "\"open source\"").out())
        .startsWith("2 documents")
        .contains("seed-library.md", "bridge.md");
    Cli simplified = command("search", "元宇宙");
    assertThat(simplified.out()).contains("stargazer.txt", "tea.html");
    assertThat(command("search", "虛擬茶園").out()).contains("tea.html");
    assertThat(command("search", "虚拟茶园").out()).contains("tea.html");
    assertThat(command("search", "no such words anywhere at all").out()).startsWith("0 documents");
  }

  @Test
  void searchAnswersAsJsonAndMarksWhatMatchesOnATerminal() {
    JsonNode answer = json(command("search", "--json", "spider"));
    assertThat(answer.path("hits").get(0).path("url").asString()).endsWith("spare-parts.txt");
    Cli coloured =
        Cli.runWith("", true, "search", "--data", folder.resolve("data").toString(), "spider");
    assertThat(coloured.out()).contains("\u001b[1;33m");
  }

  @Test
  void addSaysWhatBecameOfEachInput() {
    Path page = folder.resolve("pages").resolve("bridge.md");
    Path missing = folder.resolve("missing.html");
    Cli again = command("add", page.toString(), missing.toString());
    assertThat(again.status()).isEqualTo(1);
    assertThat(again.outLines()).containsExactly(page + ": unchanged");
    assertThat(again.errLines()).hasSize(1);
    assertThat(again.err()).contains(missing.toString());
  }

  @Test
  void statusTellsServicesIndexAndTopics() {
    Cli text = command("status");
    assertThat(text.status()).isZero();
    assertThat(text.out()).contains("normalize", "ready", "documents", "onrecord.pages.v1");
    JsonNode status = status();
    assertThat(status.path("services").path("ingest").asString()).isEqualTo("ready");
    assertThat(status.path("index").path("lag").asInt(-1)).isZero();
    assertThat(status.path("offsets").path("onrecord.pages.v1.dlq").asInt(-1)).isZero();
  }

  @Test
  void tailPrintsTheRecordsOfATopic() {
    Cli pages = command("tail", "pages", "--end");
    assertThat(pages.status()).isZero();
    assertThat(pages.outLines()).hasSize(8).allMatch(line -> line.contains(" bytes  file:///"));
    JsonNode first =
        JsonMapper.shared()
            .readTree(command("tail", "documents", "--end", "--json").outLines().getFirst());
    assertThat(first.path("value").path("schema").asString()).isEqualTo("onrecord.document/1");
    Cli unknown = command("tail", "nonsense");
    assertThat(unknown.status()).isEqualTo(1);
    assertThat(unknown.err()).contains("no topic nonsense", "onrecord.pages.v1");
  }

  @Test
  void theIndexIsRebuiltAndRolledBack() {
    assertThat(command("rebuild", "everything").status()).isEqualTo(2);
    Cli rebuilt = command("rebuild", "index");
    assertThat(rebuilt.err()).isEmpty();
    assertThat(rebuilt.out()).startsWith("rebuild done: 8 documents in generation-");
    assertThat(command("rollback").out()).startsWith("rollback done: 8 documents in generation-1,");
    assertThat(command("search", "spider").out()).contains("spare-parts.txt");
  }

  @Test
  void documentsAreExportedAsLinesAndAsParquet() throws Exception {
    Cli lines = command("export");
    assertThat(lines.outLines()).hasSize(8).allMatch(line -> line.startsWith("{\"schema\":"));
    assertThat(lines.err()).startsWith("8 documents; the next export goes on with --after ");
    String cursor = lines.err().strip().replaceFirst(".* ", "");
    assertThat(command("export", "--after", cursor).out()).isEmpty();
    assertThat(command("export", "--after", "x").err()).contains("no cursor");
    Path parquet = folder.resolve("documents.parquet");
    assertThat(command("export", "--format", "parquet").err()).contains("--out");
    assertThat(command("export", "--format", "parquet", "--out", parquet.toString()).status())
        .isZero();
    assertThat(Files.size(parquet)).isGreaterThan(5_000);
  }

  @Test
  void theRawPagesAreExportedAsAnArchiveThatIsReadBackUnchanged() {
    Path archive = folder.resolve("pages.warc.gz");
    assertThat(command("export", "--format", "warc").err()).contains("--out");
    Cli export = command("export", "--format", "warc", "--out", archive.toString());
    assertThat(export.err()).contains("pages in " + archive);
    int pages = Integer.parseInt(export.err().strip().replaceFirst(" .*", ""));
    Cli add = command("add", archive.toString());
    assertThat(add.err()).isEmpty();
    assertThat(add.out())
        .contains("pages.warc.gz: 0 published, %d unchanged, 0 lost".formatted(pages));
    assertThat(pages).isGreaterThanOrEqualTo(8);
  }

  @Test
  void aSecondSystemOnTheSameDataIsRefused() {
    Cli second = Cli.run("up", "--port", "0", "--data", folder.resolve("data").toString());
    assertThat(second.status()).isEqualTo(1);
    assertThat(second.errLines()).hasSize(1);
    assertThat(second.err()).contains("in use by another onrecord process");
  }

  @Test
  void whereNothingRunsACommandSaysHowToStart() {
    Cli cli = Cli.run("search", "--data", folder.resolve("elsewhere").toString(), "words");
    assertThat(cli.status()).isEqualTo(1);
    assertThat(cli.err()).contains("nothing runs", "onrecord up --data");
    Cli gone = Cli.run("search", "--api", "http://127.0.0.1:1", "words");
    assertThat(gone.status()).isEqualTo(1);
    assertThat(gone.err()).contains("nothing answers at http://127.0.0.1:1");
  }

  private static JsonNode status() {
    return json(command("status", "--json"));
  }

  private static JsonNode json(Cli cli) {
    return JsonMapper.shared().readTree(cli.out());
  }

  private static Cli command(String name, String... arguments) {
    String[] all = new String[arguments.length + 3];
    all[0] = name;
    all[1] = "--data";
    all[2] = folder.resolve("data").toString();
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    return Cli.run(all);
  }
}
