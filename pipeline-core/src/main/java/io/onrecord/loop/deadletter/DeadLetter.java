package io.onrecord.loop.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.onrecord.loop.DeadLetters;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A record that could not be read, and why. Its bytes stay in the topic.
 *
 * @param place where the letter is
 * @param origin where the record was when it failed
 * @param id the record's key
 * @param url the page that it is about; empty when its headers do not say
 * @param stage that could not read it
 * @param error class of the exception
 * @param message of the exception
 * @param stacktrace its beginning
 * @param service that could not read it
 * @param version of that service
 * @param attempt how often it has failed; 1 the first time
 * @param time when it failed
 * @param bytes length of its value
 */
public record DeadLetter(
    Place place,
    Place origin,
    String id,
    String url,
    String stage,
    String error,
    String message,
    String stacktrace,
    String service,
    String version,
    int attempt,
    Instant time,
    int bytes) {

  /** A record's place. */
  public record Place(String topic, int partition, long offset) {
    /** {@code topic/partition/offset}; a topic's name has no slash. */
    @Override
    public String toString() {
      return "%s/%d/%d".formatted(topic, partition, offset);
    }

    /** Reads {@code topic/partition/offset}; empty when it is none. */
    public static Optional<Place> parse(String text) {
      String[] parts = text.split("/", -1);
      try {
        return parts.length == 3
            ? Optional.of(new Place(parts[0], Integer.parseInt(parts[1]), Long.parseLong(parts[2])))
            : Optional.empty();
      } catch (NumberFormatException e) {
        return Optional.empty();
      }
    }
  }

  /** What the record's headers say. */
  static DeadLetter of(ConsumerRecord<byte[], byte[]> record) {
    return new DeadLetter(
        new Place(record.topic(), record.partition(), record.offset()),
        new Place(
            connect(record, "topic"),
            (int) number(connect(record, "partition"), -1),
            number(connect(record, "offset"), -1)),
        record.key() == null ? "" : new String(record.key(), UTF_8),
        header(record, "ce_subject"),
        connect(record, "stage"),
        connect(record, "exception.class.name"),
        connect(record, "exception.message"),
        connect(record, "exception.stacktrace"),
        header(record, DeadLetters.OWN_PREFIX + "service"),
        header(record, DeadLetters.OWN_PREFIX + "version"),
        (int) number(header(record, DeadLetters.ATTEMPT), 1),
        time(record),
        record.value() == null ? 0 : record.value().length);
  }

  /** The host of the page; empty when it has none. */
  public String host() {
    try {
      return Optional.ofNullable(new URI(url).getHost()).orElse("");
    } catch (URISyntaxException e) {
      return "";
    }
  }

  /** The class of the exception without its package. */
  public String errorName() {
    return error.substring(error.lastIndexOf('.') + 1);
  }

  private static Instant time(ConsumerRecord<byte[], byte[]> record) {
    try {
      return Instant.parse(header(record, DeadLetters.OWN_PREFIX + "time"));
    } catch (DateTimeException e) {
      return Instant.ofEpochMilli(record.timestamp()); // another tool's letter
    }
  }

  private static long number(String text, long fallback) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      return fallback;
    }
  }

  private static String connect(ConsumerRecord<byte[], byte[]> record, String name) {
    return header(record, DeadLetters.PREFIX + name);
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null ? "" : new String(header.value(), UTF_8);
  }
}
