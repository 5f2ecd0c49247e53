package io.onrecord.standalone.cli;

import io.onrecord.standalone.Addresses;
import io.onrecord.topic.TopicNames;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code onrecord status}: whether a system works, and what it holds. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = {
      "Prints whether each service can work, how many documents can be found, how far the index is"
          + " behind, and how many offsets each topic uses (records, and the marks of"
          + " transactions). Exit status 1 if anything is not ready."
    })
final class StatusCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final JsonMapper mapper = JsonMapper.shared();

  @Mixin private SystemOptions system = new SystemOptions();

  @Option(names = "--json", description = "print the status as JSON")
  private boolean json;

  StatusCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    ObjectNode status = mapper.createObjectNode();
    boolean ready = services(status.putObject("services"));
    Optional<URI> search = search();
    if (search.isPresent()) {
      index(status.putObject("index"), search.get());
    }
    if (!system.isElsewhere()) {
      sources(status.putObject("sources"));
    }
    Optional<String> kafka = kafka();
    if (kafka.isPresent()) {
      topics(status.putObject("offsets"), kafka.get());
    }
    terminal.out().println(json ? mapper.writeValueAsString(status) : text(status));
    return ready ? 0 : CommandLineRunner.FAILED;
  }

  private Optional<URI> search() throws IOException {
    return system.isElsewhere() ? system.api() : Optional.of(system.search());
  }

  private Optional<String> kafka() throws IOException {
    return system.isElsewhere() ? system.bootstrapServer() : Optional.of(system.kafka());
  }

  private boolean services(ObjectNode into) throws IOException {
    Map<String, URI> services = new LinkedHashMap<>();
    if (system.isElsewhere()) {
      system.api().ifPresent(api -> services.put("service", api));
    } else {
      Addresses running = system.running();
      services.put("ingest", URI.create(running.ingest()));
      services.put("normalize", URI.create(running.normalize()));
      services.put("index", URI.create(running.search()));
    }
    boolean all = true;
    for (var service : services.entrySet()) {
      try (Api api = new Api(service.getValue())) {
        Api.Answer answer = api.get("/readyz");
        all &= answer.isGood();
        into.put(
            service.getKey(),
            answer.isGood() ? "ready" : answer.text().strip().replace("\n", ", "));
      } catch (CommandFailedException e) {
        all = false;
        into.put(service.getKey(), e.getMessage());
      }
    }
    return all;
  }

  private void index(ObjectNode into, URI search) throws IOException {
    try (Api api = new Api(search)) {
      Api.Answer answer = api.get("/api/status");
      if (answer.isGood()) {
        into.put("documents", answer.json().path("documents").asLong());
        into.put("lag", answer.json().path("lag").asLong());
      }
    }
  }

  /** How many sources are in which state; those in trouble by name. */
  private void sources(ObjectNode into) throws IOException {
    try (Api api = new Api(system.ingest())) {
      Api.Answer answer = api.get("/api/sources");
      if (!answer.isGood()) {
        return;
      }
      answer
          .json()
          .path("sources")
          .forEach(
              source -> {
                String state = source.path("state").asString();
                into.put(state, into.path(state).asInt(0) + 1);
              });
      answer
          .json()
          .path("sources")
          .forEach(
              source -> {
                String state = source.path("state").asString();
                if (state.equals("failing") || state.equals("silent")) {
                  into.put(
                      source.path("name").asString(),
                      state
                          + (source.path("failures").asInt(0) > 1
                              ? ", %d times in a row".formatted(source.path("failures").asInt())
                              : "")
                          + ": "
                          + source.path("error").asString(source.path("lastNew").asString("")));
                }
              });
    }
  }

  private static void topics(ObjectNode into, String kafka) throws IOException {
    try (TopicReader topics = new TopicReader(kafka)) {
      TopicNames names = TopicNames.DEFAULT;
      into.put(names.pages(), topics.records(names.pages()));
      into.put(names.documents(), topics.records(names.documents()));
      for (String topic : new String[] {names.pages(), names.documents()}) {
        String dead = TopicNames.deadLetters(topic);
        into.put(dead, topics.records(dead));
      }
    }
  }

  private String text(ObjectNode status) {
    StringBuilder text = new StringBuilder();
    status
        .properties()
        .forEach(
            section -> {
              text.append(terminal.styled("1", section.getKey())).append('\n');
              section
                  .getValue()
                  .properties()
                  .forEach(
                      entry ->
                          text.append(
                              "  %-28s %s%n"
                                  .formatted(entry.getKey(), entry.getValue().asString())));
            });
    return text.toString().stripTrailing();
  }
}
