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
 * Fetch requests as Kafka records: key the host, by which they are partitioned, value JSON. Whoever
 * owns a partition owns its hosts.
 */
final class RequestWire {
  private static final Logger LOG = LoggerFactory.getLogger(RequestWire.class);
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .changeDefaultPropertyInclusion(
              all -> all.withValueInclusion(JsonInclude.Include.NON_ABSENT))
          .build();

  private RequestWire() {}

  static ProducerRecord<byte[], byte[]> write(String topic, int partitions, FetchRequest request) {
    String host = new CanonicalUrl(request.url()).host();
    return new ProducerRecord<>(
        topic,
        partition(host, partitions),
        host.getBytes(StandardCharsets.UTF_8),
        MAPPER.writeValueAsBytes(request));
  }

  /** The partition that a host's requests are in. */
  static int partition(String host, int partitions) {
    return Utils.toPositive(Utils.murmur2(host.getBytes(StandardCharsets.UTF_8))) % partitions;
  }

  /** The request; empty for what nobody of us wrote. */
  static Optional<FetchRequest> read(byte[] value) {
    try {
      FetchRequest request = MAPPER.readValue(value, FetchRequest.class);
      return request.url() == null || request.role() == null || request.source() == null
          ? Optional.empty()
          : Optional.of(request);
    } catch (JacksonException e) {
      LOG.atWarn().setCause(e).log("request.unreadable");
      return Optional.empty();
    }
  }
}
