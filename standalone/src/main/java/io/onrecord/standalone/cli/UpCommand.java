package io.onrecord.standalone.cli;

import io.onrecord.standalone.Addresses;
import io.onrecord.standalone.LogFile;
import io.onrecord.standalone.Ports;
import io.onrecord.standalone.SamplePages;
import io.onrecord.standalone.Standalone;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code onrecord up}: everything in one process, until Ctrl-C. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = {
      "Starts Kafka, the services and the web page in this process and prints their addresses.",
      "A system without any page loads sample interviews. Ctrl-C ends it; everything is kept."
    })
final class UpCommand implements Callable<Integer> {
  static final Path DEFAULT_DATA = Path.of("onrecord-data");

  private final Terminal terminal;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "where everything is kept (default: ${DEFAULT-VALUE})")
  private Path data = DEFAULT_DATA;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = {
        "port of the web page; the next three are ingest, normalize and Kafka; 0: any free ports"
            + " (default: ${DEFAULT-VALUE})"
      })
  private int port = Ports.DEFAULT;

  @Option(
      names = "--allow-remote",
      description = "fetch pages from other machines too, not only from this one")
  private boolean allowRemote;

  @Option(
      names = "--sources",
      paramLabel = "FILE",
      description = "follow what this file lists: OPML, YAML, or a URL a line")
  private Optional<Path> sources = Optional.empty();

  @Option(names = "--no-samples", description = "leave an empty system empty")
  private boolean noSamples;

  UpCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Path log = LogFile.in(data);
    terminal.progress("starting Kafka and the services ...");
    Map<String, String> flags = new HashMap<>();
    if (allowRemote) {
      flags.put("ingest.allow-remote", "true");
    }
    sources.ifPresent(file -> flags.put("ingest.sources-file", file.toString()));
    try (Standalone system = Standalone.start(data, Ports.from(port), flags)) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(system), "stop"));
      if (!noSamples && sources.isEmpty()) {
        loadSamples(system.addresses());
      }
      announce(system.addresses(), log);
      Throwable reason = system.ended().join();
      throw new CommandFailedException(
          "the system ended: %s; %s says more".formatted(reason.getMessage(), log), reason);
    }
  }

  private void announce(Addresses addresses, Path log) {
    PrintStream out = terminal.out();
    terminal.clearProgress();
    out.println("Onrecord is up:");
    out.println("  read and search   " + terminal.styled("1", addresses.search() + "/"));
    String pages = port == 0 ? addresses.ingest() : addresses.search();
    out.println("  sources           " + pages + "/sources");
    out.println("  push a page       POST " + addresses.ingest() + "/api/pages?url=…");
    out.println("  Kafka             " + addresses.kafka());
    out.println("  data and log      " + data + ", " + log);
    out.println("Ctrl-C ends it; everything is kept.");
    out.flush();
  }

  /** Pushes the samples as anyone would push pages, if nothing was ever taken in. */
  private void loadSamples(Addresses addresses) throws IOException {
    try (Api ingest = new Api(URI.create(addresses.ingest()))) {
      if (ingest.get("/api/sources").json().path("pages").asInt() > 0) {
        return;
      }
      int count = 0;
      for (SamplePages.Sample sample : SamplePages.all()) {
        Api.Answer answer =
            ingest.post(
                "/api/pages?source=samples&url=" + Api.encoded(sample.url()),
                sample.contentType(),
                sample.body());
        if (!answer.isGood()) {
          throw new CommandFailedException(
              "the sample %s was not taken: %s".formatted(sample.name(), answer.problem()));
        }
        count++;
      }
      terminal.err().printf("%d sample interviews loaded (--no-samples leaves them out)%n", count);
    }
  }

  private void stop(Standalone system) {
    terminal.progress("stopping ...");
    system.close();
    terminal.flush();
  }
}
