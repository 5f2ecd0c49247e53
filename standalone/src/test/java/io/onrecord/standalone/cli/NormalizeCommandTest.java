package io.onrecord.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class NormalizeCommandTest {
  @TempDir Path folder;

  @Test
  void writesTheDocumentOfEachFileInTheOrderOfThePaths() throws Exception {
    for (int i = 0; i < 60; i++) {
      page("page-%02d.txt".formatted(i), "Page number %d speaks.".formatted(i));
    }
    Cli cli = Cli.run("normalize", folder.toString());
    assertThat(cli.status()).isZero();
    assertThat(cli.err()).isEmpty();
    assertThat(documents(cli).stream().map(d -> Path.of(d.get("input").asString())).toList())
        .isEqualTo(
            IntStream.range(0, 60)
                .mapToObj(i -> folder.resolve("page-%02d.txt".formatted(i)))
                .toList());
    assertThat(documents(cli).get(7).get("text").asString()).contains("Page number 7 speaks.");
  }

  @Test
  void anInputThatIsNotThereCostsALineAndTheStatusButNotTheRest() throws Exception {
    Path good = page("一个 名字.txt", "A name with spaces and Chinese characters.");
    Path missing = folder.resolve("missing.html");
    Cli cli = Cli.run("normalize", missing.toString(), good.toString());
    assertThat(cli.status()).isEqualTo(1);
    assertThat(cli.errLines()).containsExactly(missing + ": no such file or folder");
    assertThat(documents(cli)).hasSize(1);
    assertThat(documents(cli).getFirst().get("input").asString()).isEqualTo(good.toString());
  }

  @Test
  void aFolderWithoutAPageIsNamed() throws Exception {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Cli cli = Cli.run("normalize", empty.toString());
    assertThat(cli.status()).isEqualTo(1);
    assertThat(cli.errLines()).containsExactly(empty + ": no readable file in this folder");
  }

  @Test
  void randomBytesAndAnEmptyFileAreDocumentsToo() throws Exception {
    Files.write(folder.resolve("a"), new byte[0]);
    byte[] noise = new byte[4096];
    new java.util.Random(1).nextBytes(noise);
    Files.write(folder.resolve("b"), noise);
    Cli cli = Cli.run("normalize", folder.toString());
    assertThat(cli.err()).isEmpty();
    assertThat(cli.status()).isZero();
    assertThat(documents(cli)).hasSize(2);
  }

  @Test
  void aFileOverTheLimitIsRefusedByName() throws Exception {
    Path huge = folder.resolve("huge.html");
    try (var file = new java.io.RandomAccessFile(huge.toFile(), "rw")) {
      file.setLength(PageFile.LARGEST + 1);
    }
    Cli cli = Cli.run("normalize", huge.toString());
    assertThat(cli.status()).isEqualTo(1);
    assertThat(cli.err()).contains(huge.toString()).contains("more than the 67,108,864");
  }

  @Test
  void aBatchGivesUrlTypeAndTimeOfEachPage() throws Exception {
    Path page = page("saved", "# A talk\n\nWe spoke for an hour about bees and their keepers.");
    Path list = folder.resolve("list.tsv");
    Files.writeString(
        list,
        "%s\thttps://example.org/talk\ttext/markdown\t2026-01-31T08:00:00Z\n%s\n"
            .formatted(page, page));
    Path out = folder.resolve("documents.ndjson");
    Cli cli = Cli.run("normalize", "--batch", list.toString(), "--out", out.toString());
    assertThat(cli.err()).isEmpty();
    assertThat(cli.out()).isEmpty();
    List<JsonNode> documents = parsed(Files.readString(out));
    assertThat(documents).hasSize(2);
    assertThat(documents.getFirst().get("url").asString()).isEqualTo("https://example.org/talk");
    assertThat(documents.getFirst().get("fetchedAt").asString()).isEqualTo("2026-01-31T08:00:00Z");
    assertThat(documents.getLast().get("url").asString()).startsWith("file:///");
  }

  @Test
  void wrongUseIsToldWithStatusTwo() throws Exception {
    Path one = page("1.txt", "one");
    Path two = page("2.txt", "two");
    assertThat(Cli.run("normalize").status()).isEqualTo(2);
    assertThat(Cli.run("normalize", "--url", "https://a.example/", one + "", two + "").status())
        .isEqualTo(2);
    Cli unknown = Cli.run("normalize", "--colour", one.toString());
    assertThat(unknown.status()).isEqualTo(2);
    assertThat(unknown.err()).contains("--colour").contains("onrecord normalize --help");
  }

  private Path page(String name, String text) throws Exception {
    return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<JsonNode> documents(Cli cli) {
    return parsed(cli.out());
  }

  private static List<JsonNode> parsed(String lines) {
    return lines.lines().map(line -> JsonMapper.shared().readTree(line)).toList();
  }
}
