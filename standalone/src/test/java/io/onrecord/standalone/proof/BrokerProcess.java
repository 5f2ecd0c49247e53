package io.onrecord.standalone.proof;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * One node of a Kafka cluster in a process of its own, to be killed: {@code directory node
 * clusterId port,controllerPort port,controllerPort …}, a pair for each node.
 */
final class BrokerProcess {
  private BrokerProcess() {}

  static List<String> arguments(Path directory, int node, String cluster, List<int[]> ports) {
    List<String> arguments = new ArrayList<>();
    arguments.add(directory.toString());
    arguments.add(Integer.toString(node));
    arguments.add(cluster);
    ports.forEach(pair -> arguments.add(pair[0] + "," + pair[1]));
    return arguments;
  }

  /** Runs until it is killed. */
  public static void main(String[] arguments) throws Exception {
    Path directory = Path.of(arguments[0]);
    int node = Integer.parseInt(arguments[1]);
    List<String[]> ports = new ArrayList<>();
    for (int i = 3; i < arguments.length; i++) {
      ports.add(arguments[i].split(","));
    }
    if (!Files.exists(directory.resolve("meta.properties"))) {
      new Formatter()
          .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
          .setNodeId(node)
          .setClusterId(arguments[2])
          .addDirectory(directory.toString())
          .setMetadataLogDirectory(directory.toString())
          .setControllerListenerName("CONTROLLER")
          .run();
    }
    KafkaRaftServer server =
        new KafkaRaftServer(new KafkaConfig(settings(directory, node, ports), false), Time.SYSTEM);
    server.startup();
    server.awaitShutdown();
  }

  private static Map<String, String> settings(Path directory, int node, List<String[]> ports) {
    String copies = Integer.toString(ports.size());
    String enough = ports.size() > 2 ? "2" : "1";
    String[] own = ports.get(node - 1);
    Map<String, String> settings = new TreeMap<>();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", Integer.toString(node));
    settings.put(
        "controller.quorum.voters",
        IntStream.range(0, ports.size())
            .mapToObj(i -> "%d@127.0.0.1:%s".formatted(i + 1, ports.get(i)[1]))
            .collect(Collectors.joining(",")));
    settings.put("controller.listener.names", "CONTROLLER");
    settings.put(
        "listeners",
        "PLAINTEXT://127.0.0.1:%s,CONTROLLER://127.0.0.1:%s".formatted(own[0], own[1]));
    settings.put("log.dirs", directory.toString());
    settings.put("auto.create.topics.enable", "false");
    settings.put("default.replication.factor", copies);
    settings.put("min.insync.replicas", enough);
    settings.put("offsets.topic.num.partitions", "3");
    settings.put("offsets.topic.replication.factor", copies);
    settings.put("transaction.state.log.num.partitions", "3");
    settings.put("transaction.state.log.replication.factor", copies);
    settings.put("transaction.state.log.min.isr", enough);
    settings.put("share.coordinator.state.topic.replication.factor", copies);
    settings.put("share.coordinator.state.topic.min.isr", enough);
    settings.put("group.initial.rebalance.delay.ms", "0");
    settings.put("broker.session.timeout.ms", "6000");
    settings.put("broker.heartbeat.interval.ms", "500");
    settings.put("log.cleaner.dedupe.buffer.size", "2097152");
    settings.put("num.network.threads", "2");
    settings.put("num.io.threads", "2");
    settings.put("background.threads", "2");
    return settings;
  }
}
