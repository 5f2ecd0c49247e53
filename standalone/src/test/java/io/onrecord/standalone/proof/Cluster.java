package io.onrecord.standalone.proof;

import io.onrecord.index.IndexService;
import io.onrecord.normalize.service.NormalizeService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.common.Uuid;

/** Brokers, two normalize instances and an index, each a process that can be killed and paused. */
final class Cluster implements AutoCloseable {
  private final Path folder;
  private final List<ClusterNode> nodes = new ArrayList<>();
  private final Map<String, List<Wire>> wires = new TreeMap<>();
  private final String id = Uuid.randomUuid().toString();
  private final int indexPort = FreePorts.next();
  private final Map<String, Supplier<JavaProcess>> starts = new TreeMap<>();
  private final Map<String, JavaProcess> running = new TreeMap<>();

  Cluster(Path folder, int brokers) throws IOException {
    this.folder = folder;
    for (int number = 1; number <= brokers; number++) {
      nodes.add(ClusterNode.claim(number));
    }
    for (ClusterNode node : nodes) {
      String name = "broker-" + node.number();
      Path directory = Files.createDirectory(folder.resolve(name));
      wires.put(name, node.wires());
      List<String> arguments = node.arguments(directory, id, nodes);
      starts.put(name, () -> JavaProcess.start(log(name), BrokerProcess.class, arguments));
    }
    service(
        "normalize-1", NormalizeService.class, "normalize.port=0", "normalize.batch-records=100");
    service(
        "normalize-2", NormalizeService.class, "normalize.port=0", "normalize.batch-records=100");
    service(
        "index",
        IndexService.class,
        "index.port=" + indexPort,
        "index.directory=" + indexDirectory());
  }

  private void service(String name, Class<?> main, String... settings) {
    List<String> arguments = new ArrayList<>();
    arguments.add("--kafka.bootstrap.servers=" + bootstrapServers());
    arguments.add("--topics.replication=" + nodes.size());
    arguments.add("--instance.name=" + name);
    for (String setting : settings) {
      arguments.add("--" + setting);
    }
    starts.put(name, () -> JavaProcess.start(log(name), main, arguments));
  }

  private Path log(String name) {
    return folder.resolve(name + ".log");
  }

  String bootstrapServers() {
    return nodes.stream().map(ClusterNode::address).collect(Collectors.joining(","));
  }

  String index() {
    return "http://127.0.0.1:" + indexPort;
  }

  /** Every part by name; brokers first. */
  List<String> parts() {
    return List.copyOf(starts.keySet());
  }

  /** Starts a part unless it runs. A service that ended by itself is started again too. */
  void start(String part) {
    JavaProcess process = running.get(part);
    if (process == null || !process.isAlive()) {
      running.put(part, starts.get(part).get());
    }
  }

  void kill(String part) throws InterruptedException {
    running.get(part).kill();
  }

  void pause(String part) throws IOException, InterruptedException {
    running.get(part).pause();
  }

  void resume(String part) throws IOException, InterruptedException {
    running.get(part).resume();
  }

  /** Brokers that other brokers reach over a network that can be cut; none with one broker. */
  List<String> cuttable() {
    return nodes.size() < 2 ? List.of() : List.copyOf(wires.keySet());
  }

  /** No other broker reaches this one any more, and it reaches no quorum of itself. */
  void cut(String broker) {
    wires.get(broker).forEach(Wire::cut);
  }

  void mend() {
    wires.values().forEach(all -> all.forEach(Wire::mend));
  }

  /** Where the index is on disk; to be opened when its process is gone. */
  Path indexDirectory() {
    return folder.resolve("index");
  }

  @Override
  public void close() throws InterruptedException, IOException {
    for (JavaProcess process : running.values()) {
      process.kill();
    }
    for (List<Wire> all : wires.values()) {
      for (Wire wire : all) {
        wire.close();
      }
    }
  }
}
