package io.onrecord.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.onrecord.standalone.Ports;
import io.onrecord.standalone.Standalone;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source named on the command line is followed to searchable documents. */
final class SourcesCommandTest {
  @TempDir Path folder;

  @Test
  void sourcesAreNamedFollowedPausedAndRemoved() throws Exception {
    HttpServer site =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    String base = "http://127.0.0.1:" + site.getAddress().getPort();
    site.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          String body =
              path.equals("/feed")
                  ? "<rss><channel><item><link>/talk</link></item></channel></rss>"
                  : path.equals("/talk")
                      ? "<h1>A talk about looms</h1><p>The weaver said that the loom was"
                          + " silent.</p>"
                      : "";
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(
              bytes.length == 0 ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    site.start();
    Path list = Files.writeString(folder.resolve("sources.txt"), base + "/feed Looms\n");
    try (Standalone system =
        Standalone.start(folder.resolve("data"), Ports.FREE, Map.of("ingest.delay", "10ms"))) {
      Cli imported = command("import", list.toString());
      assertThat(imported.err()).isEmpty();
      assertThat(imported.out()).contains("Looms: followed");
      await()
          .atMost(Duration.ofMinutes(2))
          .untilAsserted(
              () ->
                  assertThat(Cli.run("search", "--data", data(), "weaver").out())
                      .contains(base + "/talk"));
      assertThat(command("list").out()).startsWith("ok      Looms  " + base + "/feed  looked ");
      assertThat(command("export").out()).contains("xmlUrl=\"" + base + "/feed\"");
      assertThat(Cli.run("status", "--data", data()).out()).contains("sources", "ok");
      assertThat(command("pause", "Looms").status()).isZero();
      assertThat(command("list").out()).startsWith("paused");
      assertThat(command("add", "--name", "Again", base + "/feed").err()).contains("already");
      assertThat(command("remove", "Looms").status()).isZero();
      assertThat(command("remove", "Looms").err()).contains("no source is named 'Looms'");
      assertThat(command("list").out()).isEmpty();
      assertThat(system.addresses().ingest()).startsWith("http://127.0.0.1:");
    } finally {
      site.stop(0);
    }
  }

  @Test
  void oneFetchIsExplained() throws IOException {
    HttpServer site =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    site.createContext(
        "/robots.txt",
        exchange -> {
          byte[] rules = "User-agent: *\nDisallow: /no\n".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, rules.length);
          exchange.getResponseBody().write(rules);
          exchange.close();
        });
    site.start();
    try {
      Cli run =
          Cli.run("inspect", "fetch", "http://127.0.0.1:" + site.getAddress().getPort() + "/no/1");
      assertThat(run.status()).isEqualTo(CommandLineRunner.FAILED);
      assertThat(run.out()).contains("127.0.0.1 (loopback)", "forbids it");
    } finally {
      site.stop(0);
    }
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  private Cli command(String name, String... rest) {
    String[] all = new String[rest.length + 4];
    all[0] = "sources";
    all[1] = name;
    all[2] = "--data";
    all[3] = data();
    System.arraycopy(rest, 0, all, 4, rest.length);
    return Cli.run(all);
  }
}
