package io.onrecord.index;

import io.onrecord.health.Health;
import io.onrecord.health.Metrics;
import io.onrecord.index.api.WebServer;
import io.onrecord.index.follow.DocumentFollower;
import io.onrecord.index.follow.Progress;
import io.onrecord.index.opensearch.OpenSearchIndex;
import io.onrecord.index.opensearch.SearchedElsewhere;
import io.onrecord.index.rebuild.IndexRebuild;
import io.onrecord.index.writer.DocumentSink;
import io.onrecord.index.writer.IndexGenerations;
import io.onrecord.index.writer.LiveIndex;
import io.onrecord.index.writer.RebuildableIndex;
import io.onrecord.index.writer.SearchableIndex;
import io.onrecord.loop.DeadLetters;
import io.onrecord.loop.KafkaClients;
import io.onrecord.service.ServiceMain;
import io.onrecord.settings.CoreSettings;
import io.onrecord.settings.Setting;
import io.onrecord.settings.Settings;
import io.onrecord.topic.TopicNames;
import io.onrecord.topic.Topics;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Documents in; search, the API and the web page out. One instance owns one index. */
public final class IndexService implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(IndexService.class);
  private static final String NAME = "index";

  private final SearchableIndex index;
  private final DocumentFollower follower;
  private final WebServer web;
  private final Deque<AutoCloseable> parts;

  private IndexService(
      SearchableIndex index, DocumentFollower follower, WebServer web, Deque<AutoCloseable> parts) {
    this.index = index;
    this.follower = follower;
    this.web = web;
    this.parts = parts;
  }

  /** Runs it as a process. */
  public static void main(String[] args) {
    ServiceMain.run("onrecord-index", settings(), IndexService::start, args);
  }

  /** The settings that it knows. */
  public static List<Setting> settings() {
    return IndexSettings.ALL;
  }

  /**
   * Starts it.
   *
   * @param onFatal told when it ends by itself
   * @throws io.onrecord.index.writer.IndexUnavailableException when another instance has the index
   * @throws io.onrecord.topic.TopicsUnavailableException when Kafka does not answer
   * @throws IOException when its port cannot be had
   */
  public static IndexService start(Settings given, Consumer<Throwable> onFatal) throws IOException {
    Deque<AutoCloseable> parts = new ArrayDeque<>();
    try {
      return start(IndexSettings.from(given), onFatal, parts);
    } catch (IOException | RuntimeException e) {
      closeAll(parts);
      throw e;
    }
  }

  private static IndexService start(
      IndexSettings settings, Consumer<Throwable> onFatal, Deque<AutoCloseable> parts)
      throws IOException {
    CoreSettings core = settings.core();
    Map<String, Sink> sinks = sinks(settings, parts);
    Metrics metrics = new Metrics(NAME);
    Health health =
        new Health(
            Stream.concat(Stream.of(DocumentFollower.KAFKA), sinks.keySet().stream())
                .toArray(String[]::new));
    ensureTopics(core);
    Map<String, DocumentFollower> followers = new LinkedHashMap<>();
    Map<String, IndexRebuild> rebuilds = new LinkedHashMap<>();
    for (var sink : sinks.entrySet()) {
      DocumentFollower follower =
          DocumentFollower.start(
              core,
              settings.batchRecords(),
              sink.getValue().documents(),
              deadLetters(core),
              health,
              sink.getKey(),
              metrics.registry(),
              onFatal);
      parts.push(follower);
      followers.put(sink.getKey(), follower);
      rebuilds.put(sink.getKey(), new IndexRebuild(core, sink.getValue().rebuildable()));
    }
    rebuilds.values().forEach(parts::push);
    DocumentFollower first = followers.values().iterator().next();
    SearchableIndex searched = sinks.values().iterator().next().searchable();
    WebServer web =
        WebServer.start(
            settings.address(),
            settings.token(),
            settings.ingest(),
            core,
            searched,
            rebuilds,
            first::progress,
            health,
            metrics);
    parts.push(web);
    return new IndexService(searched, first, web, parts);
  }

  /** What is written, what can be built anew, and what is searched: one thing in three roles. */
  private record Sink(
      DocumentSink documents, RebuildableIndex rebuildable, SearchableIndex searchable) {}

  /** By name; searches go to the first. */
  private static Map<String, Sink> sinks(IndexSettings settings, Deque<AutoCloseable> parts)
      throws IOException {
    Map<String, Sink> sinks = new LinkedHashMap<>();
    if (settings.sink().lucene()) {
      LiveIndex lucene = LiveIndex.open(new IndexGenerations(settings.directory()));
      parts.push(lucene);
      sinks.put(DocumentFollower.INDEX, new Sink(lucene, lucene, lucene));
    }
    if (settings.sink().openSearch()) {
      OpenSearchIndex openSearch = new OpenSearchIndex(settings.openSearch(), Clock.systemUTC());
      SearchedElsewhere elsewhere = new SearchedElsewhere(openSearch);
      parts.push(openSearch);
      parts.push(elsewhere);
      sinks.put(DocumentFollower.OPENSEARCH, new Sink(openSearch, openSearch, elsewhere));
    }
    return sinks;
  }

  private static void ensureTopics(CoreSettings core) {
    try (Admin admin = KafkaClients.admin(core)) {
      Topics.ensure(admin, core.topics().all());
    }
  }

  private static DeadLetters deadLetters(CoreSettings core) {
    return new DeadLetters(
        TopicNames.deadLetters(core.topics().names().documents()),
        NAME,
        Optional.ofNullable(IndexService.class.getPackage().getImplementationVersion())
            .orElse("development"),
        Clock.systemUTC());
  }

  /** Where the API and the web page are served. */
  public int port() {
    return web.port();
  }

  /** How far the documents topic is in the index; everything before can be found. */
  public Progress progress() {
    return follower.progress();
  }

  /** How many documents can be found. */
  public int documents() throws IOException {
    return index.documents();
  }

  /** Whether a document can be found. */
  public boolean contains(String id) throws IOException {
    return index.contains(id);
  }

  /** Answers the requests in hand, finishes the batch in hand, and stops. */
  @Override
  public void close() throws IOException {
    closeAll(parts);
  }

  private static void closeAll(Deque<AutoCloseable> parts) throws IOException {
    IOException failure = null;
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        failure = e instanceof IOException io ? io : new IOException(e);
        LOG.atError().setCause(e).log("index.close-failed");
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
