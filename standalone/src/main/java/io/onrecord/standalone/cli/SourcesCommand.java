package io.onrecord.standalone.cli;

import io.onrecord.ingest.sources.SourcesFile;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code onrecord sources}: what is followed. */
@Command(
    name = "sources",
    mixinStandardHelpOptions = true,
    description = {
      "Shows and changes what a running system follows: feeds, sitemaps, home pages of sites, single"
          + " pages, files and folders. New coverage then arrives by itself. Sources can be listed in"
          + " onrecord.yaml too (sources: [{name: …, url: …}])."
    },
    synopsisSubcommandLabel = "(list | add | remove | pause | resume | import | export)")
final class SourcesCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();
  private final Terminal terminal;

  SourcesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name what to do with sources");
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Prints every source with how it is doing.")
  int list(
      @Mixin SystemOptions system,
      @Option(names = "--json", description = "print them as JSON") boolean json)
      throws IOException {
    try (Api api = new Api(system.ingest())) {
      JsonNode sources = good(api.get("/api/sources")).json().path("sources");
      if (json) {
        terminal.out().println(sources);
        return 0;
      }
      int name = widest(sources, "name");
      int url = widest(sources, "url");
      for (JsonNode source : sources) {
        terminal.out().println(SourceLine.of(source, terminal, name, url));
      }
    }
    return 0;
  }

  /** One column for all, unless one is far longer than a terminal has room for. */
  private static int widest(JsonNode sources, String field) {
    int widest = 0;
    for (JsonNode source : sources) {
      widest = Math.max(widest, source.path(field).asString().length());
    }
    return Math.min(widest, 50);
  }

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description = {
        "Follows an address from now on: a feed, a sitemap, a site's home page, a page; or watches a"
            + " file or a folder of this machine.",
        "What is followed already is not followed twice."
      })
  int add(
      @Mixin SystemOptions system,
      @Mixin IngestTokenOption token,
      @Option(names = "--name", paramLabel = "NAME", description = "what to call it (one URL only)")
          String name,
      @Parameters(
              paramLabel = "SOURCE",
              arity = "1..*",
              description = "http and https addresses, files and folders")
          List<String> urls)
      throws IOException {
    if (name != null && urls.size() > 1) {
      throw new ParameterException(spec.commandLine(), "--name is for one URL");
    }
    List<SourcesFile.Listed> listed =
        urls.stream()
            .map(SourcesCommand::address)
            .map(url -> new SourcesFile.Listed(name == null ? SourcesFile.name(url) : name, url))
            .toList();
    return name(system, token, listed);
  }

  /** A path is named from the root: the service works elsewhere. */
  private static String address(String input) {
    return input.matches("(?i)(https?|file):.*")
        ? input
        : Path.of(input).toAbsolutePath().normalize().toString();
  }

  @Command(
      name = "import",
      mixinStandardHelpOptions = true,
      description = "Follows what a file lists: OPML, YAML, or a URL a line.")
  int importFile(
      @Mixin SystemOptions system,
      @Mixin IngestTokenOption token,
      @Parameters(paramLabel = "FILE", description = "a list of sources") Path file)
      throws IOException {
    try {
      return name(system, token, SourcesFile.read(Files.readString(file, StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException e) {
      throw new CommandFailedException(file + " lists no sources: " + e.getMessage(), e);
    }
  }

  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      description = "Prints all sources as OPML.")
  int export(@Mixin SystemOptions system) throws IOException {
    try (Api api = new Api(system.ingest())) {
      terminal.out().print(good(api.get("/api/sources.opml")).text());
    }
    return 0;
  }

  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      description = "Follows sources no more; their pages stay.")
  int remove(
      @Mixin SystemOptions system,
      @Mixin IngestTokenOption token,
      @Parameters(paramLabel = "NAME", arity = "1..*", description = "names of sources")
          List<String> names)
      throws IOException {
    return each(system, token, names, (api, name) -> api.delete("/api/sources/" + path(name)));
  }

  @Command(
      name = "pause",
      mixinStandardHelpOptions = true,
      description = "Leaves sources alone for now.")
  int pause(
      @Mixin SystemOptions system,
      @Mixin IngestTokenOption token,
      @Parameters(paramLabel = "NAME", arity = "1..*", description = "names of sources")
          List<String> names)
      throws IOException {
    return each(
        system, token, names, (api, name) -> post(api, "/api/sources/" + path(name) + "/pause"));
  }

  @Command(
      name = "resume",
      mixinStandardHelpOptions = true,
      description = "Follows paused sources again.")
  int resume(
      @Mixin SystemOptions system,
      @Mixin IngestTokenOption token,
      @Parameters(paramLabel = "NAME", arity = "1..*", description = "names of sources")
          List<String> names)
      throws IOException {
    return each(
        system, token, names, (api, name) -> post(api, "/api/sources/" + path(name) + "/resume"));
  }

  private int name(SystemOptions system, IngestTokenOption token, List<SourcesFile.Listed> listed)
      throws IOException {
    int failed = 0;
    try (Api api = new Api(system.ingest(), token.value())) {
      for (SourcesFile.Listed one : listed) {
        byte[] body =
            JsonMapper.shared().writeValueAsBytes(Map.of("url", one.url(), "name", one.name()));
        Api.Answer answer = api.post("/api/sources", "application/json", body);
        if (answer.isGood()) {
          terminal.out().println(one.name() + ": followed");
        } else {
          terminal.err().println(one.name() + ": " + answer.problem());
          failed++;
        }
      }
    }
    return failed == 0 ? 0 : CommandLineRunner.FAILED;
  }

  /** What is done to one source. */
  private interface Act {
    Api.Answer on(Api api, String name) throws IOException;
  }

  private int each(SystemOptions system, IngestTokenOption token, List<String> names, Act act)
      throws IOException {
    int failed = 0;
    try (Api api = new Api(system.ingest(), token.value())) {
      for (String name : names) {
        Api.Answer answer = act.on(api, name);
        if (!answer.isGood()) {
          terminal.err().println(name + ": " + answer.problem());
          failed++;
        }
      }
    }
    return failed == 0 ? 0 : CommandLineRunner.FAILED;
  }

  private static Api.Answer post(Api api, String path) throws IOException {
    return api.post(path, "application/json", new byte[0]);
  }

  private static String path(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static Api.Answer good(Api.Answer answer) {
    if (!answer.isGood()) {
      throw new CommandFailedException(answer.problem());
    }
    return answer;
  }
}
