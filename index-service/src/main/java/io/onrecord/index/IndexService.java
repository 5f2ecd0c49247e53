package io.onrecord.index;

import io.onrecord.health.Health;
import io.onrecord.health.Metrics;
import io.onrecord.index.api.WebServer;
import io.onrecord.index.follow.DocumentFollower;
import io.onrecord.index.follow.Progress;
import io.onrecord.index.rebuild.IndexRebuild;
import io.onrecord.index.writer.IndexGenerations;
import io.onrecord.index.writer.LiveIndex;
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
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;

/** Documents in; search, the API and the web page out. One instance owns one index. */
public final class IndexService implements AutoCloseable {
  private static final String NAME = "index";

  private final LiveIndex index;
  private final IndexRebuild rebuild;
  private final DocumentFollower follower;
  private final WebServer web;

  private IndexService(
      LiveIndex index, IndexRebuild rebuild, DocumentFollower follower, WebServer web) {
    this.index = index;
    this.rebuild = rebuild;
    this.follower = follower;
    this.web = web;
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
    IndexSettings settings = IndexSettings.from(given);
    CoreSettings core = settings.core();
    IndexGenerations generations = new IndexGenerations(settings.directory());
    LiveIndex index = LiveIndex.open(generations);
    try {
      Metrics metrics = new Metrics(NAME);
      Health health = new Health(DocumentFollower.KAFKA, DocumentFollower.INDEX);
      ensureTopics(core);
      DocumentFollower follower =
          DocumentFollower.start(
              core,
              settings.batchRecords(),
              index,
              deadLetters(core),
              health,
              metrics.registry(),
              onFatal);
      try {
        IndexRebuild rebuild = new IndexRebuild(core, index, generations);
        WebServer web =
            WebServer.start(
                settings.address(),
                settings.token(),
                core,
                index,
                rebuild,
                follower::progress,
                health,
                metrics);
        return new IndexService(index, rebuild, follower, web);
      } catch (IOException | RuntimeException e) {
        follower.close();
        throw e;
      }
    } catch (IOException | RuntimeException e) {
      index.close();
      throw e;
    }
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

  /** Finishes the batch in hand, answers the requests in hand, and stops. */
  @Override
  public void close() throws IOException {
    rebuild.close();
    follower.close();
    web.close();
    index.close();
  }
}
