package io.onrecord.standalone.proof;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * One node of a Kafka cluster in a process of its own, to be killed: {@code directory node
 * clusterId setting=value …}.
 */
final class BrokerProcess {
  private BrokerProcess() {}

  /** Runs until it is killed. */
  public static void main(String[] arguments) throws Exception {
    Path directory = Path.of(arguments[0]);
    if (!Files.exists(directory.resolve("meta.properties"))) {
      new Formatter()
          .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
          .setNodeId(Integer.parseInt(arguments[1]))
          .setClusterId(arguments[2])
          .addDirectory(directory.toString())
          .setMetadataLogDirectory(directory.toString())
          .setControllerListenerName("CONTROLLER")
          .run();
    }
    Map<String, String> settings = new TreeMap<>();
    Stream.of(Arrays.copyOfRange(arguments, 3, arguments.length))
        .map(setting -> setting.split("=", 2))
        .forEach(setting -> settings.put(setting[0], setting[1]));
    KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
    server.startup();
    server.awaitShutdown();
  }
}
