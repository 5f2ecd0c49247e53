package io.onrecord.index.opensearch;

import io.onrecord.index.writer.Batch;
import io.onrecord.index.writer.Change;
import io.onrecord.index.writer.DocumentSink;
import io.onrecord.index.writer.NextIndex;
import io.onrecord.index.writer.Positions;
import io.onrecord.index.writer.RebuildableIndex;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index in OpenSearch. Connects when it is first needed and again after every failure: the
 * cluster may be away when the service starts. Several instances may write the same index; each
 * write is settled by its version, so they do no harm and save no work.
 */
public final class OpenSearchIndex implements DocumentSink, RebuildableIndex {
  private static final Logger LOG = LoggerFactory.getLogger(OpenSearchIndex.class);

  private final OpenSearchAddress address;
  private final Clock clock;
  private final OpenSearchClient client;
  private final OpenSearchGenerations generations;
  private final BulkWriter writer;
  private volatile String current = "";
  private volatile Positions positions = Positions.NONE;

  /**
   * An index that is not connected yet.
   *
   * @param clock tells when an index was last written
   */
  public OpenSearchIndex(OpenSearchAddress address, Clock clock) {
    this.address = address;
    this.clock = clock;
    this.client = new OpenSearchClient(address);
    this.generations = new OpenSearchGenerations(client, address);
    this.writer = new BulkWriter(client, address.alias(), true);
  }

  /** Where it is. */
  public OpenSearchAddress address() {
    return address;
  }

  @Override
  public Positions positions() {
    return positions;
  }

  @Override
  public synchronized void check() throws IOException {
    Optional<String> live = generations.live();
    if (live.isEmpty() || !live.orElseThrow().equals(current)) {
      connect(live);
    }
  }

  @Override
  public synchronized void recover() throws IOException {
    connect(generations.live());
  }

  private void connect(Optional<String> live) throws IOException {
    generations.ensurePositions();
    String name = live.isPresent() ? live.orElseThrow() : generations.make(true);
    positions = generations.positions(name);
    if (!name.equals(current)) {
      writer.forget();
      LOG.atInfo()
          .addKeyValue("index", name)
          .addKeyValue("at", address)
          .log("opensearch.connected");
    }
    current = name;
  }

  @Override
  public synchronized void apply(Batch batch) throws IOException {
    Map<String, Change> latest = new LinkedHashMap<>();
    batch.changes().forEach(change -> latest.put(change.id(), change));
    writer.write(latest.values());
    generations.keep(current, batch.next(), clock.instant());
    positions = batch.next();
  }

  @Override
  public int documents() throws IOException {
    return client
        .require("GET", "/" + address.alias() + "/_count", "")
        .json()
        .path("count")
        .asInt();
  }

  /** Whether it holds the document; searches may find it a moment later. */
  public boolean contains(String id) throws IOException {
    String path = "/" + address.alias() + "/_doc/" + URLEncoder.encode(id, StandardCharsets.UTF_8);
    Answer answer = client.ask("HEAD", path);
    if (!answer.isGood() && answer.status() != 404) {
      throw client.refused("HEAD " + path, answer);
    }
    return answer.isGood();
  }

  @Override
  public String liveName() throws IOException {
    return generations.live().orElse("none");
  }

  @Override
  public Optional<String> previousName() throws IOException {
    return generations.previous();
  }

  @Override
  public Instant lastWritten(String name) throws IOException {
    return generations.lastWritten(name);
  }

  @Override
  public NextIndex fresh() throws IOException {
    return reopen(generations.make(false));
  }

  @Override
  public NextIndex reopen(String name) throws IOException {
    return new NextOpenSearchIndex(name, client, generations, clock);
  }

  @Override
  public void prune() throws IOException {
    generations.prune();
  }

  @Override
  public synchronized Duration replace(NextIndex next, CatchUp catchUp, boolean patient)
      throws IOException {
    long begun = System.nanoTime();
    if (!next.positions().equals(positions)) {
      if (patient) {
        return Duration.ZERO;
      }
      catchUp.to(positions);
    }
    generations.swap(next.name());
    writer.forget();
    current = next.name();
    Duration pause = Duration.ofNanos(System.nanoTime() - begun);
    LOG.atInfo()
        .addKeyValue("generation", next.name())
        .addKeyValue("pauseMs", pause.toMillis())
        .log("opensearch.swapped");
    return pause;
  }

  @Override
  public void close() {
    client.close();
  }
}
