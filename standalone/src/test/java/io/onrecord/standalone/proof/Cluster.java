package io.onrecord.standalone.proof;

import io.onrecord.index.IndexService;
import io.onrecord.normalize.service.NormalizeService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
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
  private final List<int[]> ports = new ArrayList<>();
  private final String id = Uuid.randomUuid().toString();
  private final int indexPort;
  private final Map<String, Supplier<JavaProcess>> starts = new TreeMap<>();
  private final Map<String, JavaProcess> running = new TreeMap<>();

  Cluster(Path folder, int brokers) throws IOException {
    this.folder = folder;
    List<ServerSocket> claimed = new ArrayList<>();
    for (int i = 0; i < brokers * 2 + 1; i++) {
      claimed.add(new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1")));
    }
    for (int i = 0; i < brokers; i++) {
      ports.add(
          new int[] {claimed.get(2 * i).getLocalPort(), claimed.get(2 * i + 1).getLocalPort()});
    }
    indexPort = claimed.getLast().getLocalPort();
    for (ServerSocket socket : claimed) {
      socket.close();
    }
    for (int node = 1; node <= brokers; node++) {
      Path directory = Files.createDirectory(folder.resolve("broker-" + node));
      List<String> arguments = BrokerProcess.arguments(directory, node, id, ports);
      String name = "broker-" + node;
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
        "index.directory=" + folder.resolve("index"));
  }

  private void service(String name, Class<?> main, String... settings) {
    List<String> arguments = new ArrayList<>();
    arguments.add("--kafka.bootstrap.servers=" + bootstrapServers());
    arguments.add("--topics.replication=" + ports.size());
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
    return ports.stream().map(pair -> "127.0.0.1:" + pair[0]).collect(Collectors.joining(","));
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

  @Override
  public void close() throws InterruptedException {
    for (JavaProcess process : running.values()) {
      process.kill();
    }
  }
}
