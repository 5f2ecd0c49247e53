package io.onrecord.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class InspectCommandTest {
  @TempDir Path folder;

  @Test
  void charsetPrintsALineAFile() throws Exception {
    Path utf8 = Files.writeString(folder.resolve("a.txt"), "déjà vu");
    Path gbk =
        Files.write(folder.resolve("b.txt"), "春天的第一场雨下在了山里".getBytes(Charset.forName("GBK")));
    Path list = Files.writeString(folder.resolve("list"), utf8 + "\n" + gbk + "\n");
    Cli cli = Cli.run("inspect", "charset", "--http-charset", "gbk", "--list", list.toString());
    assertThat(cli.status()).isZero();
    assertThat(cli.outLines()).hasSize(2);
    assertThat(cli.outLines().getFirst().split("\t")).hasSize(4).startsWith(utf8 + "", "UTF-8");
    assertThat(cli.outLines().getLast().split("\t")[1]).isIn("GBK", "gb18030");
  }

  @Test
  void charsetNamesAFileThatIsNotThere() {
    Path missing = folder.resolve("missing");
    Cli cli = Cli.run("inspect", "charset", missing.toString());
    assertThat(cli.status()).isEqualTo(1);
    assertThat(cli.errLines()).containsExactly(missing + ": no such file or folder");
  }

  @Test
  void repairAnswersEachLineAndNamesTheOnesThatAreNone() {
    Cli cli =
        Cli.runWith(
            "{\"id\":\"a\",\"text\":\"sound text\"}\n\nnonsense\n{\"id\":7}\n{\"id\":8,\"text\":\"\"}\n",
            false,
            "inspect",
            "repair");
    assertThat(cli.status()).isEqualTo(1);
    assertThat(cli.errLines()).hasSize(2);
    assertThat(cli.err()).contains("line 3: not JSON").contains("line 4: no \"text\"");
    assertThat(cli.outLines()).hasSize(2);
    JsonNode first = JsonMapper.shared().readTree(cli.outLines().getFirst());
    assertThat(first.get("id").asString()).isEqualTo("a");
    assertThat(first.get("text").asString()).isEqualTo("sound text");
    assertThat(first.get("repairs").isArray()).isTrue();
  }

  @Test
  void pageShowsWhatWasTakenOutAndWhy() throws Exception {
    Path page =
        Files.writeString(
            folder.resolve("page.html"),
            """
            <html><head><title>A talk with a potter</title></head><body>
            <nav><a href="/">Home</a> <a href="/a">All talks</a></nav>
            <article><h1>A talk with a potter</h1>
            <p>The potter has worked in the same shed for thirty years, and he says that the shed has learned more than he has in that time.</p>
            <p>He does not sell what he makes on Fridays, because on Fridays he makes what he wants, and nobody should pay for that.</p>
            </article></body></html>
            """);
    Cli plain = Cli.run("inspect", "page", page.toString());
    assertThat(plain.status()).isZero();
    assertThat(plain.out())
        .contains("A talk with a potter", "  He does not sell what he makes on Fridays")
        .containsPattern("(?m)^- .*All talks.* \\[[a-z-]+, [a-z.-]+]$")
        .doesNotContain("\u001b");
    Cli coloured = Cli.runWith("", true, "inspect", "page", page.toString());
    assertThat(coloured.out()).contains("\u001b[31m- ");
  }

  @Test
  void everyCommandExplainsItself() {
    assertThat(Cli.run("--help").out()).contains("normalize", "inspect", "onrecord up");
    assertThat(Cli.run("inspect", "--help").out()).contains("charset", "repair", "page");
    assertThat(Cli.run("inspect").status()).isEqualTo(2);
    assertThat(Cli.run().status()).isEqualTo(2);
    assertThat(Cli.run("--version").out()).startsWith("onrecord ");
    assertThat(Cli.run("nonsense").status()).isEqualTo(2);
  }
}
