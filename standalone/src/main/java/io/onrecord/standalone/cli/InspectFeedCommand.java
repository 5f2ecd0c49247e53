package io.onrecord.standalone.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.onrecord.ingest.IngestService;
import io.onrecord.ingest.fetch.FetchOutcome;
import io.onrecord.ingest.source.FilePages;
import io.onrecord.ingest.source.Inputs;
import io.onrecord.ingest.source.Item;
import io.onrecord.ingest.source.feed.Feed;
import io.onrecord.ingest.source.feed.FeedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code onrecord inspect feed}: what a feed is understood to say. */
@Command(
    name = "feed",
    mixinStandardHelpOptions = true,
    description = {
      "Prints feeds as JSON, one line each: the feed's own fields and its entries with title, id,"
          + " link, links, published, updated, created (UTC, and as written), transcripts and people."
          + " Files and URLs; folders are searched. Nothing is published."
    })
final class InspectFeedCommand implements Callable<Integer> {
  private static final int LARGEST = 64 << 20;
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .changeDefaultPropertyInclusion(
              all -> all.withValueInclusion(JsonInclude.Include.NON_ABSENT))
          .build();

  private final Terminal terminal;

  @Parameters(paramLabel = "PATH|URL", arity = "0..*", description = "feeds")
  private List<String> inputs = List.of();

  @Option(
      names = "--list",
      paramLabel = "FILE",
      description = "a file that names feeds, one a line")
  private Optional<Path> list = Optional.empty();

  @Option(
      names = "--content-type",
      paramLabel = "TYPE",
      description = "the Content-Type that a server would have sent with a file")
  private Optional<String> contentType = Optional.empty();

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "the address of a file, for its relative links")
  private Optional<String> url = Optional.empty();

  InspectFeedCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    int failed = 0;
    List<String> all = new java.util.ArrayList<>(inputs);
    if (list.isPresent()) {
      Files.readAllLines(list.get(), StandardCharsets.UTF_8).stream()
          .filter(line -> !line.isBlank())
          .forEach(all::add);
    }
    for (String input : all) {
      for (Item item : Inputs.of(input)) {
        failed += inspect(item) ? 0 : 1;
      }
    }
    return failed == 0 ? 0 : CommandLineRunner.FAILED;
  }

  private boolean inspect(Item item) {
    return switch (item) {
      case Item.Unusable unusable -> refused(item.name(), unusable.reason(), unusable.remedy());
      case Item.ArchiveItem archive ->
          refused(item.name(), "is a web archive", "name an RSS, Atom, RDF or JSON feed");
      case Item.FileItem file ->
          switch (new FilePages(LARGEST).read(file.file())) {
            case FilePages.Outcome.Refused no -> refused(item.name(), no.reason(), no.remedy());
            case FilePages.Outcome.Read read -> print(item.name(), read.bytes(), contentType, url);
          };
      case Item.UrlItem web ->
          switch (IngestService.fetchOnce(web.url())) {
            case FetchOutcome.Fetched page ->
                print(item.name(), page.bytes(), page.contentType(), Optional.of(page.finalUrl()));
            case FetchOutcome.Refused no -> refused(item.name(), no.reason(), no.remedy());
            case FetchOutcome.Failed no -> refused(item.name(), no.reason(), no.remedy());
            case FetchOutcome.NotModified impossible -> false;
            case FetchOutcome.Moved impossible -> false;
          };
    };
  }

  private boolean print(String name, byte[] bytes, Optional<String> type, Optional<String> at) {
    Optional<Feed> feed = FeedReader.read(bytes, type, at);
    if (feed.isEmpty()) {
      return refused(name, "is no feed", "name an RSS, Atom, RDF or JSON feed");
    }
    ObjectNode line = MAPPER.createObjectNode().put("input", name);
    line.setAll((ObjectNode) MAPPER.valueToTree(feed.get()));
    terminal.out().println(MAPPER.writeValueAsString(line));
    return true;
  }

  private boolean refused(String name, String reason, String remedy) {
    terminal.err().println("%s %s; %s".formatted(name, reason, remedy));
    return false;
  }
}
