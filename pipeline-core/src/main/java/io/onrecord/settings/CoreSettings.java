package io.onrecord.settings;

import io.onrecord.topic.TopicNames;
import io.onrecord.topic.TopicPlan;
import java.util.List;
import java.util.Map;

/**
 * What every service is told: where Kafka is, how topics are named and sized, and which instance it
 * is.
 *
 * @param kafka settings for the Kafka clients, {@code bootstrap.servers} among them
 * @param topics the topics
 * @param instance a name that is this instance's own and survives its restart: it becomes part of
 *     the transactional id, so that a restarted instance fences its former self at once
 */
public record CoreSettings(Map<String, String> kafka, TopicPlan topics, String instance) {

  private static final Setting PREFIX =
      new Setting("topics.prefix", "onrecord", "what all topic names start with");
  private static final Setting PARTITIONS =
      new Setting("topics.partitions", "6", "partitions of a topic when it is created");
  private static final Setting REPLICATION =
      new Setting("topics.replication", "-1", "copies of a partition; -1: the broker's default");
  private static final Setting MAX_PAGE =
      new Setting("topics.max-page-bytes", "16777216", "largest page body, in bytes");
  private static final Setting INSTANCE =
      new Setting("instance.name", "", "this instance's own name; empty: the host's name");
  private static final Setting BOOTSTRAP =
      new Setting("kafka.bootstrap.servers", "localhost:9092", "host:port of Kafka brokers");

  /** Declared, for {@link SettingsLoader}. */
  public static final List<Setting> ALL =
      List.of(PREFIX, PARTITIONS, REPLICATION, MAX_PAGE, INSTANCE, BOOTSTRAP);

  private static final int LARGEST_PAGE = 64 << 20;

  /** Reads them. */
  public static CoreSettings from(Settings settings) {
    Map<String, String> kafka = new java.util.TreeMap<>(settings.under("kafka."));
    kafka.put("bootstrap.servers", settings.text(BOOTSTRAP));
    TopicPlan plan =
        new TopicPlan(
            new TopicNames(settings.text(PREFIX)),
            settings.number(PARTITIONS, 1, 1000),
            (short) settings.number(REPLICATION, -1, 10),
            settings.number(MAX_PAGE, 1024, LARGEST_PAGE));
    String instance = settings.text(INSTANCE);
    return new CoreSettings(kafka, plan, instance.isBlank() ? hostName() : instance);
  }

  /** The same for a broker at another address. */
  public CoreSettings at(String bootstrapServers) {
    Map<String, String> moved = new java.util.TreeMap<>(kafka);
    moved.put("bootstrap.servers", bootstrapServers);
    return new CoreSettings(moved, topics, instance);
  }

  private static String hostName() {
    String name = System.getenv("HOSTNAME");
    if (name != null && !name.isBlank()) {
      return name;
    }
    try {
      return java.net.InetAddress.getLocalHost().getHostName();
    } catch (java.net.UnknownHostException e) {
      return "localhost";
    }
  }
}
