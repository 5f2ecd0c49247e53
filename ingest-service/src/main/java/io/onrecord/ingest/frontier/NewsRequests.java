package io.onrecord.ingest.frontier;

import io.onrecord.loop.KafkaClients;
import io.onrecord.settings.CoreSettings;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;

/**
 * Asks whoever owns a host to look at one of its sources now, since it has news. Thread-safe; the
 * connection is opened when it is first needed.
 */
public final class NewsRequests implements AutoCloseable {
  private final CoreSettings core;
  private @Nullable Producer<byte[], byte[]> producer;

  /** Requests to the topic of these settings. */
  public NewsRequests(CoreSettings core) {
    this.core = core;
  }

  /** The source at this address has news since this time. */
  public synchronized void send(String url, String source, Instant now) {
    if (producer == null) {
      producer = KafkaClients.producer(core);
    }
    String topic = core.topics().names().fetchRequests();
    int partitions = producer.partitionsFor(topic).size();
    FetchRequest request = new FetchRequest(url, FetchRole.SOURCE, source, 0, Optional.of(now));
    producer.send(RequestWire.write(topic, partitions, request));
    producer.flush();
  }

  @Override
  public synchronized void close() {
    if (producer != null) {
      producer.close();
    }
  }
}
