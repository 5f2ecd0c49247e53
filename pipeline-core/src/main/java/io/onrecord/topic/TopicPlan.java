package io.onrecord.topic;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * What each topic is created with.
 *
 * @param names the names
 * @param partitions of every topic; more partitions let more instances share the work
 * @param replication copies of each partition; -1 leaves it to the broker's default
 * @param maxPageBytes the largest page body
 */
public record TopicPlan(TopicNames names, int partitions, short replication, int maxPageBytes) {

  /** A dead letter carries at most this much more than the record that it was. */
  private static final int HEADER_ROOM = 1 << 20;

  /**
   * A record's time is when the broker took it. With the producer's, a service whose clock is an
   * hour ahead is refused, and retention goes by whoever's clock is wrong. When a page was fetched
   * is said by its own header.
   */
  private static final String BROKERS_CLOCK = "LogAppendTime";

  /** A document repeats its text in blocks and turns and escapes it as JSON. */
  private static final int DOCUMENT_FACTOR = 4;

  /** Everything that the three services use. */
  public List<NewTopic> all() {
    return List.of(
        fetchRequests(),
        fetchState(),
        sources(),
        pages(),
        documents(),
        pagesDead(),
        documentsDead());
  }

  /** What a replay needs beside them; made when the first one is run. */
  public List<NewTopic> replay(String name, int documentPartitions) {
    String shadow = names.shadow(name);
    NewTopic replays =
        new NewTopic(names.replays(), 1, replication)
            .configs(
                Map.of(
                    TopicConfig.CLEANUP_POLICY_CONFIG,
                    TopicConfig.CLEANUP_POLICY_COMPACT,
                    TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                    Integer.toString(maxDocumentRecordBytes())));
    NewTopic documents =
        new NewTopic(shadow, documentPartitions, replication)
            .configs(
                topic(shadow, maxDocumentRecordBytes(), compacted(Duration.ofDays(7))).configs());
    NewTopic dead =
        topic(
            TopicNames.deadLetters(shadow),
            maxPageRecordBytes() + HEADER_ROOM,
            deleted(Duration.ofDays(30)));
    return List.of(replays, documents, dead);
  }

  /** The largest record of the pages topic: body and headers. */
  public int maxPageRecordBytes() {
    return maxPageBytes + HEADER_ROOM;
  }

  /** The largest record of the documents topic. */
  public int maxDocumentRecordBytes() {
    return maxPageBytes * DOCUMENT_FACTOR;
  }

  private NewTopic fetchRequests() {
    return topic(names.fetchRequests(), HEADER_ROOM, deleted(Duration.ofDays(7)));
  }

  private NewTopic fetchState() {
    return topic(names.fetchState(), HEADER_ROOM, compacted(Duration.ofDays(1)));
  }

  private NewTopic sources() {
    return topic(names.sources(), HEADER_ROOM, compacted(Duration.ofDays(7)));
  }

  private NewTopic pages() {
    return topic(
        names.pages(),
        maxPageRecordBytes(),
        Map.of(
            TopicConfig.CLEANUP_POLICY_CONFIG,
            TopicConfig.CLEANUP_POLICY_DELETE,
            TopicConfig.RETENTION_MS_CONFIG,
            "-1"));
  }

  private NewTopic documents() {
    return topic(names.documents(), maxDocumentRecordBytes(), compacted(Duration.ofDays(7)));
  }

  private NewTopic pagesDead() {
    return topic(
        TopicNames.deadLetters(names.pages()),
        maxPageRecordBytes() + HEADER_ROOM,
        deleted(Duration.ofDays(30)));
  }

  private NewTopic documentsDead() {
    return topic(
        TopicNames.deadLetters(names.documents()),
        maxDocumentRecordBytes() + HEADER_ROOM,
        deleted(Duration.ofDays(30)));
  }

  private NewTopic topic(String name, int maxBytes, Map<String, String> policy) {
    Map<String, String> configs = new java.util.TreeMap<>(policy);
    configs.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, BROKERS_CLOCK);
    configs.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(maxBytes));
    return new NewTopic(name, partitions, replication).configs(configs);
  }

  private static Map<String, String> deleted(Duration after) {
    return Map.of(
        TopicConfig.CLEANUP_POLICY_CONFIG,
        TopicConfig.CLEANUP_POLICY_DELETE,
        TopicConfig.RETENTION_MS_CONFIG,
        Long.toString(after.toMillis()));
  }

  private static Map<String, String> compacted(Duration tombstones) {
    return Map.of(
        TopicConfig.CLEANUP_POLICY_CONFIG,
        TopicConfig.CLEANUP_POLICY_COMPACT,
        TopicConfig.DELETE_RETENTION_MS_CONFIG,
        Long.toString(tombstones.toMillis()));
  }
}
