package io.onrecord.standalone.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code onrecord search}: finds documents in a running system. */
@Command(
    name = "search",
    mixinStandardHelpOptions = true,
    description = {
      "Finds documents, best first, with the passages that match. Traditional and simplified"
          + " Chinese find each other; \"words in quotes\" are found as they stand."
    })
final class SearchCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private SystemOptions system = new SystemOptions();

  @Parameters(paramLabel = "QUERY", arity = "1..*", description = "what to find")
  private List<String> query = List.of();

  @Option(names = "--language", paramLabel = "TAG", description = "zh, zh-Hant, en, …")
  private Optional<String> language = Optional.empty();

  @Option(names = "--site", paramLabel = "HOST", description = "of this site only")
  private Optional<String> site = Optional.empty();

  @Option(names = "--speaker", paramLabel = "NAME", description = "where this person speaks")
  private Optional<String> speaker = Optional.empty();

  @Option(names = "--from", paramLabel = "DATE", description = "published then or later")
  private Optional<String> from = Optional.empty();

  @Option(names = "--to", paramLabel = "DATE", description = "published then or earlier")
  private Optional<String> to = Optional.empty();

  @Option(names = "--page", paramLabel = "N", description = "from 1 (default: ${DEFAULT-VALUE})")
  private int page = 1;

  @Option(names = "--size", paramLabel = "N", description = "hits (default: ${DEFAULT-VALUE})")
  private int size = 10;

  @Option(names = "--json", description = "print the answer of the API as it is")
  private boolean json;

  SearchCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    try (Api api = new Api(system.search())) {
      Api.Answer answer = api.get("/api/search?" + parameters());
      if (!answer.isGood()) {
        throw new CommandFailedException(answer.problem());
      }
      if (json) {
        terminal.out().println(answer.text());
      } else {
        new SearchView(terminal).print(answer.json());
      }
      return 0;
    }
  }

  private String parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("q", query());
    language.ifPresent(value -> parameters.put("language", value));
    site.ifPresent(value -> parameters.put("site", value));
    speaker.ifPresent(value -> parameters.put("speaker", value));
    from.ifPresent(value -> parameters.put("from", value));
    to.ifPresent(value -> parameters.put("to", value));
    parameters.put("page", Integer.toString(page));
    parameters.put("size", Integer.toString(size));
    return parameters.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + Api.encoded(entry.getValue()))
        .collect(Collectors.joining("&"));
  }

  /** One argument with spaces was quoted by the user, whose shell took the quotes away. */
  private String query() {
    return query.size() == 1 ? query.getFirst() : String.join(" ", query);
  }
}
