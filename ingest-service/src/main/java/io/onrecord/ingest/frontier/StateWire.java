package io.onrecord.ingest.frontier;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.onrecord.ingest.url.CanonicalUrl;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.utils.Utils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fetch states as Kafka records: key the canonical URL, value JSON, partition by host, so that all
 * pages of a host are in one partition and one instance can own the host.
 */
final class StateWire {
  private static final Logger LOG = LoggerFactory.getLogger(StateWire.class);
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .changeDefaultPropertyInclusion(
              all -> all.withValueInclusion(JsonInclude.Include.NON_ABSENT))
          .build();

  private StateWire() {}

  static ProducerRecord<byte[], byte[]> write(
      String topic, int partitions, CanonicalUrl url, FetchState state) {
    byte[] host = url.host().getBytes(StandardCharsets.UTF_8);
    int partition = Utils.toPositive(Utils.murmur2(host)) % partitions;
    return new ProducerRecord<>(
        topic,
        partition,
        url.value().getBytes(StandardCharsets.UTF_8),
        MAPPER.writeValueAsBytes(state));
  }

  /** The state; empty for what nobody of us wrote, which costs a fetch and no more. */
  static Optional<FetchState> read(String url, byte[] value) {
    try {
      return Optional.of(MAPPER.readValue(value, FetchState.class));
    } catch (JacksonException e) {
      LOG.atWarn().addKeyValue("url", url).setCause(e).log("state.unreadable");
      return Optional.empty();
    }
  }
}
