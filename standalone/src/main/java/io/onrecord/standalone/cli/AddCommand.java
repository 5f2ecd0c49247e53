package io.onrecord.standalone.cli;

import io.onrecord.ingest.source.FilePages;
import io.onrecord.ingest.source.Inputs;
import io.onrecord.ingest.source.Item;
import io.onrecord.ingest.url.CanonicalUrl;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code onrecord add}: gives pages to a running system. */
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description = {
      "Gives files, folders, web archives and URLs to a running system; prints what became of each.",
      "Of a web archive (.warc, .warc.gz) every page is taken, as of when it was captured; what is"
          + " damaged in it is named and passed over, and a second run repeats nothing.",
      "A feed, a sitemap, or the home page of a site that names its feed or sitemap is followed"
          + " from now on (onrecord sources)."
    })
final class AddCommand implements Callable<Integer> {
  private static final int LARGEST_PAGE = 64 << 20;

  private final Terminal terminal;

  @Mixin private SystemOptions system = new SystemOptions();

  @Mixin private IngestTokenOption token = new IngestTokenOption();

  @Parameters(
      paramLabel = "INPUT",
      arity = "1..*",
      description = "files, folders, web archives (WARC) and URLs")
  private List<String> inputs = List.of();

  @Option(names = "--json", description = "print a line of JSON for each page")
  private boolean json;

  AddCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    int failed = 0;
    try (Api ingest = new Api(system.ingest(), token.value())) {
      for (String input : inputs) {
        for (Item item : Inputs.of(input)) {
          failed += add(item, ingest) ? 0 : 1;
        }
      }
    }
    return failed == 0 ? 0 : CommandLineRunner.FAILED;
  }

  private boolean add(Item item, Api ingest) throws IOException {
    return switch (item) {
      case Item.Unusable unusable -> refused(item.name(), unusable.reason(), unusable.remedy());
      case Item.UrlItem url ->
          told(
              item.name(),
              ingest.post(
                  "/api/sources",
                  "application/json",
                  JsonMapper.shared().writeValueAsBytes(Map.of("url", url.url().href()))));
      case Item.ArchiveItem archive -> new ArchiveUpload(terminal, ingest, json).push(archive);
      case Item.FileItem file ->
          switch (new FilePages(LARGEST_PAGE).read(file.file())) {
            case FilePages.Outcome.Refused refused ->
                refused(item.name(), refused.reason(), refused.remedy());
            case FilePages.Outcome.Read read ->
                push(file, read.bytes(), read.contentType(), ingest);
          };
    };
  }

  private boolean push(Item.FileItem file, byte[] body, Optional<String> contentType, Api ingest)
      throws IOException {
    String path =
        "/api/pages?source=files&url=" + Api.encoded(CanonicalUrl.of(file.file()).value());
    return told(
        file.name(), ingest.post(path, contentType.orElse("application/octet-stream"), body));
  }

  private boolean told(String name, Api.Answer answer) {
    if (!answer.isGood()) {
      String problem = answer.problem();
      terminal.err().println(problem.startsWith(name) ? problem : name + ": " + problem);
      return false;
    }
    if (json) {
      terminal.out().println(answer.text());
    } else {
      JsonNode result = answer.json();
      String word = result.path("result").asString();
      terminal
          .out()
          .println(
              name
                  + ": "
                  + (word.equals("followed")
                      ? "followed as '%s'".formatted(result.path("name").asString())
                      : word));
    }
    return true;
  }

  private boolean refused(String name, String reason, String remedy) {
    terminal.err().println("%s %s; %s".formatted(name, reason, remedy));
    return false;
  }
}
