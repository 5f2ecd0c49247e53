package io.onrecord.standalone.cli;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** Begins a rebuild or a rollback and waits for its end, as any client of the API would. */
final class IndexWork {
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final Terminal terminal;
  private final Api api;
  private final String query;

  IndexWork(Terminal terminal, Api api, String sink) {
    this.terminal = terminal;
    this.api = api;
    this.query = sink.isEmpty() ? "" : "?sink=" + URLEncoder.encode(sink, StandardCharsets.UTF_8);
  }

  int run(String work, boolean json) throws IOException {
    Api.Answer begun = api.post("/api/index/" + work + query, "text/plain", new byte[0]);
    if (!begun.isGood()) {
      throw new CommandFailedException(begun.problem());
    }
    JsonNode status = status();
    while (status.path("state").asString().equals("running")) {
      terminal.progress(
          "%s: %d of %d records read ..."
              .formatted(work, status.path("read").asLong(), status.path("all").asLong()));
      pause();
      status = status();
    }
    terminal.clearProgress();
    if (status.path("state").asString().equals("failed")) {
      throw new CommandFailedException(
          "the %s failed and the index is as it was: %s"
              .formatted(work, status.path("problem").asString()));
    }
    terminal
        .out()
        .println(
            json
                ? status.toString()
                : "%s done: %d documents in %s, previous is %s; batches waited %d ms for the swap"
                    .formatted(
                        work,
                        status.path("documents").asLong(),
                        status.path("live").asString(),
                        status.path("previous").asString(),
                        status.path("pauseMillis").asLong()));
    return 0;
  }

  private JsonNode status() throws IOException {
    Api.Answer answer = api.get("/api/index" + query);
    if (!answer.isGood()) {
      throw new CommandFailedException(answer.problem());
    }
    return answer.json();
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted; the work goes on, 'GET /api/index' tells how far", e);
    }
  }
}
