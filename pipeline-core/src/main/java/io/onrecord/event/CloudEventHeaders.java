package io.onrecord.event;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The headers of CloudEvents 1.0 in Kafka's binary content mode: every attribute is a header {@code
 * ce_<name>} in UTF-8, and {@code datacontenttype} is the header {@code content-type}
 * (https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md).
 */
final class CloudEventHeaders {
  static final String CONTENT_TYPE = "content-type";
  static final String TRACEPARENT = "traceparent";

  private final Headers headers;

  private CloudEventHeaders(Headers headers) {
    this.headers = headers;
  }

  static CloudEventHeaders of(Headers headers) {
    return new CloudEventHeaders(headers);
  }

  static CloudEventHeaders create(
      String type, String id, String source, String subject, Instant time, String traceparent) {
    return new CloudEventHeaders(new RecordHeaders())
        .with("ce_specversion", "1.0")
        .with("ce_type", type)
        .with("ce_id", id)
        .with("ce_source", uriReference(source))
        .with("ce_subject", subject)
        .with("ce_time", time.toString())
        .with(TRACEPARENT, traceparent);
  }

  CloudEventHeaders with(String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  CloudEventHeaders with(String name, Optional<String> value) {
    return value.map(v -> with(name, v)).orElse(this);
  }

  Headers headers() {
    return headers;
  }

  Optional<String> find(String name) {
    Header header = headers.lastHeader(name);
    return header == null || header.value() == null
        ? Optional.empty()
        : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
  }

  String get(String name) {
    return find(name)
        .orElseThrow(() -> new UnreadableEventException("header %s is missing".formatted(name)));
  }

  String source() {
    String source = get("ce_source");
    try {
      return URLDecoder.decode(source.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return source;
    }
  }

  Instant time() {
    String time = get("ce_time");
    try {
      return Instant.parse(time);
    } catch (DateTimeException e) {
      throw new UnreadableEventException("ce_time is no RFC 3339 time: " + time, e);
    }
  }

  /** CloudEvents wants a URI reference; a source's name may hold spaces or Chinese. */
  private static String uriReference(String name) {
    try {
      return new URI(null, null, name.replace("%", "%25"), null)
          .toASCIIString()
          .replace("%2525", "%25");
    } catch (URISyntaxException e) {
      return "urn:sha256:" + Sha256.hex(name);
    }
  }
}
