package io.onrecord.index.opensearch;

import io.onrecord.index.writer.Change;
import io.onrecord.index.writer.NextIndex;
import io.onrecord.index.writer.Positions;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** An index in OpenSearch that is being filled, and that no alias names yet. */
final class NextOpenSearchIndex implements NextIndex {
  private static final int MOST_CHANGES = 500;
  private static final int MOST_BYTES = 4 << 20;
  private static final int MOST_HITS = 200;

  private final String name;
  private final OpenSearchClient client;
  private final OpenSearchGenerations generations;
  private final Clock clock;
  private final BulkWriter writer;
  private final Map<String, Change> waiting = new LinkedHashMap<>();
  private long bytes;
  private Positions positions;

  NextOpenSearchIndex(
      String name, OpenSearchClient client, OpenSearchGenerations generations, Clock clock)
      throws IOException {
    this.name = name;
    this.client = client;
    this.generations = generations;
    this.clock = clock;
    this.writer = new BulkWriter(client, name, false);
    this.positions = generations.positions(name);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Positions positions() {
    return positions;
  }

  @Override
  public int threads() {
    return 1; // a refusal names documents of an earlier bulk: nobody may be at them meanwhile
  }

  @Override
  public void load(Change change) throws IOException {
    waiting.put(change.id(), change);
    bytes += change instanceof Change.Put put ? put.json().length : 0;
    if (waiting.size() >= MOST_CHANGES || bytes >= MOST_BYTES) {
      flush();
    }
  }

  private void flush() throws IOException {
    Map<String, Change> batch = new LinkedHashMap<>(waiting);
    waiting.clear();
    bytes = 0;
    writer.write(batch.values());
  }

  @Override
  public void commit(Positions next) throws IOException {
    flush();
    client.require("POST", "/" + name + "/_refresh", "");
    generations.keep(name, next, clock.instant());
    positions = next;
  }

  @Override
  public void documents(Reader reader) throws IOException {
    int size = MOST_HITS;
    String after = "";
    while (true) {
      try {
        String last = page(size, after, reader);
        if (last.isEmpty()) {
          return;
        }
        after = last;
      } catch (AnswerTooLargeException e) {
        if (size == 1) {
          throw e;
        }
        size = size / 2;
      }
    }
  }

  /** The next documents in the order of their ids; the last one's id, or nothing at the end. */
  private String page(int size, String after, Reader reader) throws IOException {
    String mapper = JsonMapper.shared().writeValueAsString(after);
    String body =
        "{\"size\":%d,\"sort\":[{\"id\":\"asc\"}]%s}"
            .formatted(size, after.isEmpty() ? "" : ",\"search_after\":[" + mapper + "]");
    Answer answer = client.require("POST", "/" + name + "/_search", body);
    return hits(answer.body(), reader);
  }

  /** Reads each hit's source as the bytes that OpenSearch keeps. */
  private static String hits(byte[] json, Reader reader) throws IOException {
    String last = "";
    try (JsonParser parser = JsonMapper.shared().createParser(json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token != JsonToken.PROPERTY_NAME) {
          continue;
        }
        String property = parser.currentName();
        if (property.equals("_id")) {
          last = parser.nextStringValue();
        } else if (property.equals("_source")) {
          parser.nextToken();
          int from = (int) parser.currentTokenLocation().getByteOffset();
          parser.skipChildren();
          int to = (int) parser.currentLocation().getByteOffset();
          reader.read(Source.published(java.util.Arrays.copyOfRange(json, from, to)));
        }
      }
    }
    return last;
  }

  @Override
  public void close() {
    waiting.clear(); // what was not committed is read again by whoever goes on with it
  }
}
