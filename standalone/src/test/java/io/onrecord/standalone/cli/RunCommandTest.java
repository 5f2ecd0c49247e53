package io.onrecord.standalone.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.onrecord.standalone.SamplePages;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code run --once} with everything real: broker, services, index. */
final class RunCommandTest {
  @TempDir Path folder;

  @Test
  void theSamplesAreFoundAfterOneRunAndUnchangedInTheNext() throws Exception {
    Path pages = Files.createDirectory(folder.resolve("pages"));
    for (SamplePages.Sample sample : SamplePages.all()) {
      Files.write(pages.resolve(sample.name()), sample.body());
    }
    Cli first = run(pages.toString());
    assertThat(first.err()).isEmpty();
    assertThat(first.status()).isZero();
    assertThat(counts(first)).containsExactly(8, 8, 0, 0, 8, 0);
    assertThat(summary(first).path("seconds").path("total").asDouble()).isPositive();

    Files.writeString(pages.resolve("bridge.md"), "\nOne more line, spoken later.\n");
    Cli second = run(pages.toString());
    assertThat(second.status()).isZero();
    assertThat(counts(second)).containsExactly(8, 8, 0, 0, 1, 7);
  }

  @Test
  void everyBadInputCostsALineAndTheStatusButNotTheRest() throws Exception {
    Path missing = folder.resolve("missing.html");
    Path bare = Files.createDirectory(folder.resolve("bare"));
    Path empty = Files.createFile(folder.resolve("empty.html"));
    Path huge = folder.resolve("huge.html");
    try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
      file.setLength(50 << 20);
    }
    Path noise = Files.write(folder.resolve("noise"), noise());
    Path named = Files.writeString(folder.resolve("一个 名字.txt"), "一位茶农说起他的山和他的茶。");
    HttpServer server = server();
    String site = "http://127.0.0.1:" + server.getAddress().getPort();
    try {
      Cli cli =
          run(
              missing.toString(),
              bare.toString(),
              empty.toString(),
              huge.toString(),
              site + "/404",
              site + "/500",
              site + "/loop",
              "http://192.0.2.1/elsewhere",
              noise.toString(),
              site + "/good",
              named.toString());
      assertThat(cli.status()).isEqualTo(1);
      assertThat(counts(cli)).containsExactly(3, 3, 0, 8, 3, 0);
      assertThat(cli.errLines()).hasSize(8);
      for (Object lost :
          List.of(
              missing,
              bare,
              empty,
              huge,
              site + "/404",
              site + "/500",
              site + "/loop",
              "/elsewhere")) {
        assertThat(cli.err()).contains(lost.toString());
      }
    } finally {
      server.stop(0);
    }
  }

  @Test
  void wrongUseIsToldWithStatusTwo() {
    assertThat(Cli.run("run", "--once").status()).isEqualTo(2);
    Cli without = Cli.run("run", "page.html");
    assertThat(without.status()).isEqualTo(2);
    assertThat(without.err()).contains("--once");
  }

  private Cli run(String... inputs) {
    List<String> arguments = new ArrayList<>(List.of("run", "--once", "--json", "--data"));
    arguments.add(folder.resolve("data").toString());
    arguments.addAll(List.of(inputs));
    return Cli.run(arguments.toArray(String[]::new));
  }

  private static JsonNode summary(Cli cli) {
    return JsonMapper.shared().readTree(cli.out());
  }

  private static List<Integer> counts(Cli cli) {
    JsonNode summary = summary(cli);
    return List.of("pages", "documents", "deadLetters", "failed", "published", "unchanged").stream()
        .map(name -> summary.path(name).asInt(-1))
        .toList();
  }

  private static byte[] noise() {
    byte[] bytes = new byte[20_000];
    new Random(7).nextBytes(bytes);
    return bytes;
  }

  private static HttpServer server() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            String path = exchange.getRequestURI().getPath();
            byte[] body = "<p>A conversation about rain and about patience.</p>".getBytes(UTF_8);
            int status =
                switch (path) {
                  case "/404" -> 404;
                  case "/500" -> 500;
                  case "/loop" -> 302;
                  default -> 200;
                };
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            if (status == 302) {
              exchange.getResponseHeaders().set("Location", "/loop");
            }
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
          }
        });
    server.start();
    return server;
  }
}
