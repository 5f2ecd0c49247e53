package io.onrecord.index.opensearch;

import io.onrecord.index.writer.Positions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The indexes behind one alias: the live one, the one before it, and perhaps one that is being
 * built. Which is which is said by two aliases, which change in one step.
 *
 * <pre>
 * onrecord-documents                  alias of the live index
 * onrecord-documents-previous         alias of the one before
 * onrecord-documents-generation-2     an index
 * onrecord-documents-positions        a document per index: how far it has read the topic
 * </pre>
 */
final class OpenSearchGenerations {
  private static final String PREFIX = "-generation-";

  private final OpenSearchClient client;
  private final String alias;
  private final int shards;
  private final Map<String, String> uuids = new ConcurrentHashMap<>();

  OpenSearchGenerations(OpenSearchClient client, OpenSearchAddress address) {
    this.client = client;
    this.alias = address.alias();
    this.shards = address.shards();
  }

  /** The live index; empty when there is none yet. */
  Optional<String> live() throws IOException {
    return behind(alias);
  }

  /** The index that was live before. */
  Optional<String> previous() throws IOException {
    return behind(previousAlias());
  }

  private String previousAlias() {
    return alias + "-previous";
  }

  private String positionsIndex() {
    return alias + "-positions";
  }

  private Optional<String> behind(String name) throws IOException {
    Answer answer = client.ask("GET", "/_alias/" + name);
    if (answer.status() == 404) {
      return Optional.empty();
    }
    if (!answer.isGood()) {
      throw client.refused("GET /_alias/" + name, answer);
    }
    List<String> names = List.copyOf(answer.json().propertyNames());
    if (names.size() != 1) {
      throw new OpenSearchException(
          "the alias %s names %s; it must name one index".formatted(name, names));
    }
    return Optional.of(names.getFirst());
  }

  /** Makes an empty index under a name that no other has; the first one gets the alias at once. */
  String make(boolean live) throws IOException {
    int highest = 0;
    for (String name : all()) {
      highest = Math.max(highest, Integer.parseInt(name.substring((alias + PREFIX).length())));
    }
    String name = alias + PREFIX + (highest + 1);
    ObjectNode body = (ObjectNode) JsonMapper.shared().readTree(resource());
    ((ObjectNode) body.path("settings")).put("number_of_shards", shards);
    if (live) {
      body.putObject("aliases").putObject(alias);
    }
    client.require("PUT", "/" + name, body.toString());
    return name;
  }

  /** Makes an index the live one and what was live the previous one, in one step. */
  void swap(String name) throws IOException {
    List<Object> actions = new ArrayList<>();
    previous().ifPresent(old -> actions.add(action("remove", old, previousAlias())));
    live()
        .filter(before -> !before.equals(name))
        .ifPresent(
            before -> {
              actions.add(action("remove", before, alias));
              actions.add(action("add", before, previousAlias()));
            });
    actions.add(action("add", name, alias));
    client.require(
        "POST", "/_aliases", JsonMapper.shared().writeValueAsString(Map.of("actions", actions)));
  }

  private static Map<String, Object> action(String what, String index, String name) {
    return Map.of(what, Map.of("index", index, "alias", name));
  }

  /** Removes every index but the live one and the previous one; none when neither is known. */
  void prune() throws IOException {
    Optional<String> live = live();
    if (live.isEmpty()) {
      return;
    }
    List<String> kept = new ArrayList<>(List.of(live.orElseThrow()));
    previous().ifPresent(kept::add);
    for (String name : all()) {
      if (!kept.contains(name)) {
        client.require("DELETE", "/" + name, "");
        client.ask("DELETE", "/" + positionsIndex() + "/_doc/" + name);
      }
    }
  }

  private List<String> all() throws IOException {
    Answer answer =
        client.require("GET", "/" + alias + PREFIX + "*?filter_path=*.settings.index.uuid", "");
    return answer.json().propertyNames().stream()
        .filter(
            name ->
                name.substring(Math.min(name.length(), (alias + PREFIX).length()))
                    .matches("\\d{1,9}"))
        .toList();
  }

  /**
   * How far an index has read the topic. One that was deleted and made again under its old name has
   * read nothing.
   */
  Positions positions(String name) throws IOException {
    String path = "/" + name + "/_settings?filter_path=*.settings.index.uuid";
    String uuid = client.require("GET", path, "").json().findPath("uuid").asString("");
    uuids.put(name, uuid);
    JsonNode kept = kept(name);
    if (!kept.path("uuid").asString("").equals(uuid)) {
      return Positions.NONE;
    }
    SortedMap<Integer, Long> next = new TreeMap<>();
    for (var partition : kept.path("next").properties()) {
      next.put(Integer.parseInt(partition.getKey()), partition.getValue().asLong());
    }
    return next.isEmpty() ? Positions.NONE : new Positions(kept.path("topic").asString(), next);
  }

  /** When the positions of an index last moved; long ago when that is not known. */
  Instant lastWritten(String name) throws IOException {
    return Instant.ofEpochMilli(kept(name).path("written").asLong(0));
  }

  private JsonNode kept(String name) throws IOException {
    String path = "/" + positionsIndex() + "/_doc/" + name;
    Answer answer = client.ask("GET", path);
    if (answer.status() != 404 && !answer.isGood()) {
      throw client.refused("GET " + path, answer);
    }
    return answer.json().path("_source");
  }

  /** Keeps how far an index has read the topic, durably. */
  void keep(String name, Positions positions, Instant now) throws IOException {
    client.require(
        "PUT",
        "/" + positionsIndex() + "/_doc/" + name,
        JsonMapper.shared()
            .writeValueAsString(
                Map.of(
                    "uuid", uuids.getOrDefault(name, ""),
                    "topic", positions.topic(),
                    "next", positions.next(),
                    "written", now.toEpochMilli())));
  }

  /** Makes the index of positions unless it is there. */
  void ensurePositions() throws IOException {
    if (client.ask("HEAD", "/" + positionsIndex()).status() == 404) {
      Answer answer =
          client.ask(
              "PUT",
              "/" + positionsIndex(),
              "{\"settings\":{\"number_of_shards\":1},\"mappings\":{\"enabled\":false}}");
      if (!answer.isGood() && !answer.text().contains("resource_already_exists_exception")) {
        throw client.refused("PUT /" + positionsIndex(), answer);
      }
    }
  }

  private static String resource() {
    try (InputStream in = OpenSearchGenerations.class.getResourceAsStream("index.json")) {
      if (in == null) {
        throw new IllegalStateException("index.json is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
