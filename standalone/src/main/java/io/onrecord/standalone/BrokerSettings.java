package io.onrecord.standalone;

import java.nio.file.Path;
import java.util.Map;

/**
 * The settings of the embedded broker: one node that is broker and controller, on loopback only,
 * sized for one machine. Everything that Kafka sizes for a cluster (threads, internal partitions,
 * buffers) is brought down here, so that it starts in seconds and stays within a small heap.
 */
final class BrokerSettings {
  private BrokerSettings() {}

  static Map<String, String> of(Path directory, int port, int controllerPort) {
    return Map.ofEntries(
        Map.entry("process.roles", "broker,controller"),
        Map.entry("node.id", "1"),
        Map.entry("controller.quorum.voters", "1@127.0.0.1:" + controllerPort),
        Map.entry("controller.listener.names", EmbeddedKafka.CONTROLLER),
        Map.entry(
            "listeners",
            "PLAINTEXT://127.0.0.1:%d,%s://127.0.0.1:%d"
                .formatted(port, EmbeddedKafka.CONTROLLER, controllerPort)),
        Map.entry("log.dirs", directory.toString()),

        // Topics are created explicitly, with their partitions, retention and sizes.
        Map.entry("auto.create.topics.enable", "false"),
        Map.entry("log.retention.ms", "-1"),

        // One node: every internal topic has one replica, and few partitions.
        Map.entry("offsets.topic.num.partitions", "1"),
        Map.entry("offsets.topic.replication.factor", "1"),
        Map.entry("transaction.state.log.num.partitions", "1"),
        Map.entry("transaction.state.log.replication.factor", "1"),
        Map.entry("transaction.state.log.min.isr", "1"),
        Map.entry("share.coordinator.state.topic.num.partitions", "1"),
        Map.entry("share.coordinator.state.topic.replication.factor", "1"),
        Map.entry("share.coordinator.state.topic.min.isr", "1"),

        // Groups form at once, and a killed process is noticed within seconds.
        Map.entry("group.initial.rebalance.delay.ms", "0"),
        Map.entry("group.min.session.timeout.ms", "1000"),

        // After a SIGKILL the node may not register again before its old session has ended.
        Map.entry("broker.heartbeat.interval.ms", "500"),
        Map.entry("broker.session.timeout.ms", "6000"),

        // Threads and buffers for one machine; the cleaner takes more than 1 MiB or refuses to
        // start.
        Map.entry("num.network.threads", "2"),
        Map.entry("num.io.threads", "2"),
        Map.entry("background.threads", "2"),
        Map.entry("num.recovery.threads.per.data.dir", "2"),
        Map.entry("log.cleaner.threads", "1"),
        Map.entry("log.cleaner.dedupe.buffer.size", Integer.toString(8 << 20)),
        Map.entry("log.cleaner.io.buffer.size", Integer.toString(128 << 10)),
        Map.entry("queued.max.requests", "64"),

        // An idle node writes nothing: no empty metadata record twice a second.
        Map.entry("metadata.max.idle.interval.ms", "0"));
  }
}
