package io.onrecord.standalone;

import io.onrecord.index.IndexService;
import io.onrecord.ingest.IngestService;
import io.onrecord.normalize.service.NormalizeService;
import io.onrecord.settings.InvalidSettingsException;
import io.onrecord.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything in one process: a broker, then the three services as anyone would start them. They
 * meet in topics only; this class knows their addresses and ends them in the right order.
 */
public final class Standalone implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Standalone.class);

  private final Path data;
  private final CompletableFuture<Throwable> ended = new CompletableFuture<>();
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final IngestService ingest;
  private final Addresses addresses;
  private boolean closed;

  private Standalone(Path data, Ports ports, Map<String, String> flags) throws IOException {
    this.data = data;
    Settings given = StandaloneSettings.load(flags);
    try {
      DataDirectory directory = open(DataDirectory.claim(data));
      EmbeddedKafka kafka = open(EmbeddedKafka.start(directory.kafka(), ports.kafka()));
      String broker = kafka.bootstrapServers();
      Settings settings = StandaloneSettings.wired(given, directory, ports, broker);
      var index = starting(() -> IndexService.start(settings, ended::complete));
      var normalize = starting(() -> NormalizeService.start(settings, ended::complete));
      var ingesting = starting(() -> IngestService.start(settings, ended::complete));
      CompletableFuture.allOf(index, normalize, ingesting).join();
      this.ingest = ingesting.join();
      this.addresses =
          new Addresses(
              ProcessHandle.current().pid(),
              broker,
              url(index.join().port()),
              url(ingest.port()),
              url(normalize.join().port()));
      addresses.write(directory.path());
    } catch (CompletionException e) {
      close();
      throw cannotStart(e.getCause());
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /**
   * Starts a system and returns when it works.
   *
   * @param data where everything is kept
   * @param ports where it listens
   * @param flags settings of the services that the command line sets
   * @throws CannotStartException when it cannot, saying why
   */
  public static Standalone start(Path data, Ports ports, Map<String, String> flags)
      throws IOException {
    return new Standalone(data, ports, flags);
  }

  /** Where it is reached. */
  public Addresses addresses() {
    return addresses;
  }

  /** The service that takes inputs in. */
  public IngestService ingest() {
    return ingest;
  }

  /** Completes when a part ends by itself, with the reason. */
  public CompletableFuture<Throwable> ended() {
    return ended;
  }

  /** Starts a service; it may fail. */
  private interface Start<T extends AutoCloseable> {
    T start() throws IOException;
  }

  /** Services start beside each other: each waits for Kafka most of that time. */
  private <T extends AutoCloseable> CompletableFuture<T> starting(Start<T> service) {
    CompletableFuture<T> started = new CompletableFuture<>();
    Runnable work =
        () -> {
          try {
            started.complete(open(service.start()));
          } catch (IOException | RuntimeException | Error e) {
            started.completeExceptionally(e);
          }
        };
    Thread.ofPlatform().name("start").start(work);
    return started;
  }

  private <T extends AutoCloseable> T open(T part) {
    synchronized (parts) {
      parts.push(part);
    }
    return part;
  }

  private static String url(int port) {
    return "http://127.0.0.1:" + port;
  }

  private static RuntimeException cannotStart(Throwable cause) {
    return cause instanceof InvalidSettingsException invalid
        ? invalid
        : new CannotStartException(String.valueOf(cause.getMessage()), cause);
  }

  /** Ends the services, each with the batch in hand, then the broker. Safe to call again. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    synchronized (parts) {
      while (!parts.isEmpty()) {
        close(parts.pop());
      }
    }
  }

  private void close(AutoCloseable part) {
    try {
      if (part instanceof DataDirectory) {
        Addresses.remove(data);
      }
      part.close();
    } catch (Exception e) {
      LOG.atError().addKeyValue("part", part.getClass().getSimpleName()).setCause(e).log("stop");
    }
  }
}
