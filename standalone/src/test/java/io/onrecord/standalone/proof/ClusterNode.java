package io.onrecord.standalone.proof;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A node of the cluster: its ports, and the wires over which other nodes reach it. Clients reach it
 * without a wire; a cut is between brokers.
 *
 * @param number of the node, from 1
 * @param port for clients
 * @param internal for other brokers, behind a wire
 * @param controller for the quorum, behind a wire
 * @param internalWire where other brokers reach it
 * @param controllerWire where the quorum reaches it
 */
record ClusterNode(
    int number, int port, int internal, int controller, int internalWire, int controllerWire) {

  static ClusterNode claim(int number) throws IOException {
    return new ClusterNode(
        number,
        FreePorts.next(),
        FreePorts.next(),
        FreePorts.next(),
        FreePorts.next(),
        FreePorts.next());
  }

  List<Wire> wires() {
    return List.of(new Wire(internalWire, internal), new Wire(controllerWire, controller));
  }

  String address() {
    return "127.0.0.1:" + port;
  }

  List<String> arguments(Path directory, String cluster, List<ClusterNode> all) {
    List<String> arguments = new ArrayList<>();
    arguments.add(directory.toString());
    arguments.add(Integer.toString(number));
    arguments.add(cluster);
    settings(directory, all).forEach((name, value) -> arguments.add(name + "=" + value));
    return arguments;
  }

  private Map<String, String> settings(Path directory, List<ClusterNode> all) {
    String copies = Integer.toString(all.size());
    String enough = all.size() > 2 ? "2" : "1";
    Map<String, String> settings = new TreeMap<>();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", Integer.toString(number));
    settings.put(
        "controller.quorum.voters",
        all.stream()
            .map(node -> "%d@127.0.0.1:%d".formatted(node.number, node.controllerWire))
            .collect(Collectors.joining(",")));
    settings.put("controller.listener.names", "CONTROLLER");
    settings.put("inter.broker.listener.name", "INTERNAL");
    settings.put(
        "listener.security.protocol.map",
        "PLAINTEXT:PLAINTEXT,INTERNAL:PLAINTEXT,CONTROLLER:PLAINTEXT");
    settings.put("listeners", listeners(internal, controller));
    settings.put("advertised.listeners", listeners(internalWire, controllerWire));
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
    settings.put("replica.lag.time.max.ms", "5000");
    settings.put("log.cleaner.dedupe.buffer.size", "2097152");
    settings.put("num.network.threads", "2");
    settings.put("num.io.threads", "2");
    settings.put("background.threads", "2");
    return settings;
  }

  private String listeners(int brokers, int quorum) {
    return "PLAINTEXT://%s,INTERNAL://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
        .formatted(address(), brokers, quorum);
  }
}
