package io.onrecord.normalize.service;

import io.onrecord.health.Health;
import io.onrecord.health.HealthServer;
import io.onrecord.health.Metrics;
import io.onrecord.loop.KafkaClients;
import io.onrecord.loop.PipelineLoop;
import io.onrecord.normalize.Normalizer;
import io.onrecord.service.ServiceMain;
import io.onrecord.settings.Setting;
import io.onrecord.settings.Settings;
import io.onrecord.topic.Topics;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;

/**
 * Raw pages in, documents out. Any number of instances share the partitions of the pages topic;
 * each needs an {@code instance.name} of its own.
 */
public final class NormalizeService implements AutoCloseable {
  private final HealthServer server;
  private final PipelineLoop loop;

  private NormalizeService(HealthServer server, PipelineLoop loop) {
    this.server = server;
    this.loop = loop;
  }

  /** Runs it as a process. */
  public static void main(String[] args) {
    ServiceMain.run("onrecord-normalize", settings(), NormalizeService::start, args);
  }

  /** The settings that it knows. */
  public static List<Setting> settings() {
    return NormalizeSettings.ALL;
  }

  /**
   * Starts it.
   *
   * @param onFatal told when it ends by itself
   * @throws IOException when its port cannot be had
   * @throws io.onrecord.topic.TopicsUnavailableException when Kafka does not answer
   */
  public static NormalizeService start(Settings given, Consumer<Throwable> onFatal)
      throws IOException {
    NormalizeSettings settings = NormalizeSettings.from(given);
    Health health = new Health(PipelineLoop.PART);
    Metrics metrics = new Metrics("normalize");
    HealthServer server = HealthServer.start(settings.address(), health, metrics);
    try (Admin admin = KafkaClients.admin(settings.core())) {
      Topics.ensure(admin, settings.core().topics().all());
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
    PageTransform transform =
        new PageTransform(new Normalizer(), settings.core().topics().names().documents());
    PipelineLoop loop =
        PipelineLoop.start(
            settings.core(), settings.loop(), transform, health, metrics.registry(), onFatal);
    return new NormalizeService(server, loop);
  }

  /** Where health and metrics are served. */
  public int port() {
    return server.port();
  }

  /** Finishes the batch in hand and stops. */
  @Override
  public void close() {
    loop.close();
    server.close();
  }
}
