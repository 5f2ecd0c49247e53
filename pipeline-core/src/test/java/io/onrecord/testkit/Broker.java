package io.onrecord.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.jspecify.annotations.Nullable;

/**
 * A real Kafka broker (KRaft, broker and controller in one) in this JVM, its data in a temporary
 * directory. It keeps port and data over {@link #stop()} and {@link #start()}, so that a test can
 * take it away and give it back; {@link #close()} ends it for good.
 *
 * <p>Topics are never created automatically. Use {@link #shared()} when the test names its own
 * topics and groups; a broker of one's own ({@link #open()}) when it stops it.
 */
public final class Broker implements AutoCloseable {
  private final Path directory;
  private final int port;
  private final Map<String, String> settings;
  private @Nullable KafkaRaftServer server;

  private Broker(Path directory, int port, int controllerPort, Map<String, String> overrides) {
    this.directory = directory;
    this.port = port;
    Map<String, String> all = new HashMap<>(settings(directory, port, controllerPort));
    all.putAll(overrides);
    this.settings = Map.copyOf(all);
  }

  /** The broker that all tests of this JVM may use; it starts once and ends with the JVM. */
  public static Broker shared() {
    return Shared.BROKER;
  }

  /** A running broker of one's own. */
  public static Broker open() {
    return open(Map.of());
  }

  /** A running broker of one's own, with broker settings that differ from the kit's. */
  public static Broker open(Map<String, String> overrides) {
    try {
      Path directory = Files.createTempDirectory("onrecord-broker");
      int[] ports = freePorts();
      Broker broker = new Broker(directory, ports[0], ports[1], overrides);
      broker.format();
      broker.start();
      return broker;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code 127.0.0.1:port}, the same for the broker's whole life. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /** Starts the broker again after {@link #stop()}; returns when it takes requests. */
  public synchronized void start() {
    if (server != null) {
      throw new IllegalStateException("the broker is running");
    }
    KafkaRaftServer starting = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
    starting.startup();
    server = starting;
  }

  /** Takes the broker away; clients see refused connections. Data and port are kept. */
  public synchronized void stop() {
    if (server != null) {
      server.shutdown();
      server.awaitShutdown();
      server = null;
    }
  }

  @Override
  public void close() {
    stop();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("could not remove " + directory, e);
    }
  }

  private void format() {
    try {
      new Formatter()
          .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
          .setNodeId(1)
          .setClusterId(Uuid.randomUuid().toString())
          .addDirectory(directory.toString())
          .setMetadataLogDirectory(directory.toString())
          .setControllerListenerName("CONTROLLER")
          .run();
    } catch (Exception e) {
      throw new IllegalStateException("could not format " + directory, e);
    }
  }

  private static Map<String, String> settings(Path directory, int port, int controllerPort) {
    return Map.ofEntries(
        Map.entry("process.roles", "broker,controller"),
        Map.entry("node.id", "1"),
        Map.entry("controller.quorum.voters", "1@127.0.0.1:" + controllerPort),
        Map.entry("controller.listener.names", "CONTROLLER"),
        Map.entry(
            "listeners",
            "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controllerPort)),
        Map.entry("log.dirs", directory.toString()),
        Map.entry("auto.create.topics.enable", "false"),
        Map.entry("offsets.topic.num.partitions", "1"),
        Map.entry("offsets.topic.replication.factor", "1"),
        Map.entry("transaction.state.log.num.partitions", "1"),
        Map.entry("transaction.state.log.replication.factor", "1"),
        Map.entry("transaction.state.log.min.isr", "1"),
        Map.entry("share.coordinator.state.topic.replication.factor", "1"),
        Map.entry("share.coordinator.state.topic.min.isr", "1"),
        Map.entry("group.initial.rebalance.delay.ms", "0"),
        Map.entry("group.min.session.timeout.ms", "1000"),
        Map.entry("broker.heartbeat.interval.ms", "200"),
        Map.entry("broker.session.timeout.ms", "60000"), // a busy machine is no dead broker
        Map.entry("log.cleaner.dedupe.buffer.size", "2097152"),
        Map.entry("num.network.threads", "2"),
        Map.entry("num.io.threads", "2"),
        Map.entry("background.threads", "2"));
  }

  private static int[] freePorts() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket one = new ServerSocket(0, 1, loopback);
        ServerSocket other = new ServerSocket(0, 1, loopback)) {
      return new int[] {one.getLocalPort(), other.getLocalPort()};
    }
  }

  private static final class Shared {
    static final Broker BROKER = Broker.open();

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(BROKER::close, "shared-broker-close"));
    }
  }
}
