package io.onrecord.standalone;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A real Apache Kafka broker (KRaft, broker and controller in one) in this process, reachable on
 * loopback only. Its directory is formatted at the first start and kept: what was committed is
 * there after a restart and after SIGKILL. The caller sees to it that no other process uses the
 * directory ({@link DataDirectory}).
 */
public final class EmbeddedKafka implements AutoCloseable {
  static final String CONTROLLER = "CONTROLLER";

  private final KafkaRaftServer server;
  private final int port;

  private EmbeddedKafka(KafkaRaftServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /**
   * Starts a broker and returns when it takes requests.
   *
   * @param directory where it keeps its logs; made when it is not there
   * @param port where clients reach it; 0 takes any free port
   * @throws CannotStartException when the port is taken or the directory cannot be used
   */
  public static EmbeddedKafka start(Path directory, int port) {
    try {
      Files.createDirectories(directory);
      int[] ports = claim(port);
      if (!Files.exists(directory.resolve("meta.properties"))) {
        format(directory);
      }
      KafkaConfig config =
          new KafkaConfig(BrokerSettings.of(directory.toAbsolutePath(), ports[0], ports[1]), false);
      KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
      server.startup();
      return new EmbeddedKafka(server, ports[0]);
    } catch (CannotStartException e) {
      throw e;
    } catch (Exception e) {
      throw new CannotStartException(
          "the embedded Kafka broker could not start on %s: %s"
              .formatted(directory, e.getMessage()),
          e);
    }
  }

  /** {@code 127.0.0.1:port}. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /** Ends the broker cleanly; everything acknowledged is on disk. */
  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  private static void format(Path directory) throws Exception {
    new Formatter()
        .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
        .setNodeId(1)
        .setClusterId(Uuid.randomUuid().toString())
        .addDirectory(directory.toString())
        .setMetadataLogDirectory(directory.toString())
        .setControllerListenerName(CONTROLLER)
        .run();
  }

  /** The client port, checked to be free, and a free one for the controller. */
  private static int[] claim(int port) throws IOException {
    InetAddress loopback = InetAddress.getByName("127.0.0.1");
    try (ServerSocket clients = new ServerSocket(port, 1, loopback);
        ServerSocket controller = new ServerSocket(0, 1, loopback)) {
      return new int[] {clients.getLocalPort(), controller.getLocalPort()};
    } catch (BindException e) {
      throw new CannotStartException(
          "port %d, wanted for Kafka, is taken by another program".formatted(port), e);
    }
  }
}
