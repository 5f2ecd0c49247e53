package io.onrecord.loop;

import io.onrecord.settings.CoreSettings;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Kafka clients as every service needs them. The user's {@code kafka.…} settings override what is
 * only tuning; what a promise rests on (isolation, acknowledgement, no automatic commit) is set
 * last and cannot be overridden.
 */
public final class KafkaClients {
  /** A dead instance's partitions move after this long; brokers accept no less by default. */
  private static final String SESSION_TIMEOUT_MS = "6000";

  /** Batches are transformed before their transaction begins, so a transaction is short. */
  private static final String TRANSACTION_TIMEOUT_MS = "15000";

  /** What a transaction has written is sent when it is committed, or when there is much of it. */
  private static final int TRANSACTION_LINGER_MS = 100;

  private static final int FETCH_BYTES = 8 << 20;

  /**
   * A broker answers the requests of a connection one after the other. So a scan that asks for an
   * offset behind a fetch that waits for records at a partition's end waits with it.
   */
  private static final int SCAN_WAIT_MS = 20;

  private KafkaClients() {}

  /** An admin client. */
  public static Admin admin(CoreSettings core) {
    return Admin.create(new HashMap<>(core.kafka()));
  }

  /** A read-committed consumer in a group, which never commits by itself. */
  public static Consumer<byte[], byte[]> consumer(
      CoreSettings core, String group, int batchRecords) {
    Map<String, Object> config = reading(core, batchRecords);
    config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    return new KafkaConsumer<>(config);
  }

  /** A read-committed consumer without a group, for those who keep their position elsewhere. */
  public static Consumer<byte[], byte[]> consumer(CoreSettings core, int batchRecords) {
    return new KafkaConsumer<>(reading(core, batchRecords));
  }

  /**
   * A consumer without a group for reading to a known end, never for following.
   *
   * @param isolation {@code read_committed}, or {@code read_uncommitted} to see open and aborted
   *     transactions too: to look, not to act
   */
  static Consumer<byte[], byte[]> scanner(CoreSettings core, int batchRecords, String isolation) {
    Map<String, Object> config = reading(core, batchRecords);
    config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, SCAN_WAIT_MS);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation);
    return new KafkaConsumer<>(config);
  }

  /** A transactional producer; another with the same id fences this one. */
  public static Producer<byte[], byte[]> transactionalProducer(
      CoreSettings core, String transactionalId) {
    Map<String, Object> config = writing(core);
    config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
    if (!core.kafka().containsKey(ProducerConfig.LINGER_MS_CONFIG)) {
      config.put(ProducerConfig.LINGER_MS_CONFIG, TRANSACTION_LINGER_MS);
    }
    return new KafkaProducer<>(config);
  }

  /**
   * An idempotent producer outside transactions. It has one request under way at a time: a broker
   * that knows nothing of a producer takes any sequence number for its first. So if the first of
   * several requests meets a partition whose leader is not ready yet and the second does not, the
   * first is out of order for ever. (In transactions brokers look out for that, KIP-890.)
   */
  public static Producer<byte[], byte[]> producer(CoreSettings core) {
    Map<String, Object> config = writing(core);
    config.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    return new KafkaProducer<>(config);
  }

  private static Map<String, Object> reading(CoreSettings core, int batchRecords) {
    Map<String, Object> config = new HashMap<>();
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
    config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES);
    config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_TIMEOUT_MS);
    config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, "1500");
    config.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    config.putAll(core.kafka());
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, batchRecords);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    config.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    return config;
  }

  private static Map<String, Object> writing(CoreSettings core) {
    Map<String, Object> config = new HashMap<>();
    config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
    config.put(ProducerConfig.LINGER_MS_CONFIG, 5);
    config.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 << 10);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 20_000);
    config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MS);
    config.putAll(core.kafka());
    config.put(
        ProducerConfig.MAX_REQUEST_SIZE_CONFIG, core.topics().maxDocumentRecordBytes() + (2 << 20));
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    return config;
  }
}
