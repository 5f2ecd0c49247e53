package io.onrecord.loop;

import io.onrecord.settings.CoreSettings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes dead letters: the record as it was consumed (key, value and headers untouched) with headers
 * that say why. The names are those of Kafka Connect (KIP-298), so that tools which read Connect's
 * dead letters read these.
 *
 * @param topic where they go
 * @param service who could not read the record
 * @param version of that service
 * @param clock for the time of the failure
 */
public record DeadLetters(String topic, String service, String version, Clock clock) {
  /** Prefix of Kafka Connect's headers. */
  public static final String PREFIX = "__connect.errors.";

  /** Prefix of ours. */
  public static final String OWN_PREFIX = "onrecord.errors.";

  /** How often the record has failed; 1 the first time. */
  public static final String ATTEMPT = OWN_PREFIX + "attempt";

  private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
  private static final int ASK_SECONDS = 5;
  private static final int MAX_MESSAGE = 2_000;
  private static final int MAX_STACKTRACE = 8_000;

  /** The dead letter of a record that failed in a stage. */
  public ProducerRecord<byte[], byte[]> letter(
      ConsumerRecord<byte[], byte[]> record, String stage, Throwable cause) {
    Headers headers = new RecordHeaders(record.headers().toArray());
    int attempt = 1 + attempts(headers);
    for (Header header : record.headers()) {
      if (header.key().startsWith(PREFIX) || header.key().startsWith(OWN_PREFIX)) {
        headers.remove(header.key());
      }
    }
    add(headers, PREFIX + "topic", record.topic());
    add(headers, PREFIX + "partition", Integer.toString(record.partition()));
    add(headers, PREFIX + "offset", Long.toString(record.offset()));
    add(headers, PREFIX + "stage", stage);
    add(headers, PREFIX + "exception.class.name", cause.getClass().getName());
    add(
        headers,
        PREFIX + "exception.message",
        cut(String.valueOf(cause.getMessage()), MAX_MESSAGE));
    add(headers, PREFIX + "exception.stacktrace", cut(stacktrace(cause), MAX_STACKTRACE));
    add(headers, OWN_PREFIX + "service", service);
    add(headers, OWN_PREFIX + "version", version);
    add(headers, ATTEMPT, Integer.toString(attempt));
    add(headers, OWN_PREFIX + "time", clock.instant().toString());
    return new ProducerRecord<>(topic, null, record.key(), record.value(), headers);
  }

  /**
   * After a failed commit: a dead letter that cannot be written must not be skipped.
   *
   * @throws FatalLoopException when the topic is not there; returns when the cluster does not
   *     answer
   */
  public void requireTopic(CoreSettings core, KafkaException failure) {
    try (Admin admin = KafkaClients.admin(core)) {
      if (!admin.listTopics().names().get(ASK_SECONDS, TimeUnit.SECONDS).contains(topic)) {
        throw new FatalLoopException(
            "the dead-letter topic %s is missing; a restart creates it".formatted(topic), failure);
      }
    } catch (ExecutionException | TimeoutException e) {
      LOG.atDebug().addKeyValue("topic", topic).setCause(e).log("dead-letters.unknown");
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private static int attempts(Headers headers) {
    Header header = headers.lastHeader(ATTEMPT);
    if (header == null) {
      return 0;
    }
    try {
      return Integer.parseInt(new String(header.value(), StandardCharsets.UTF_8));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static void add(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  private static String stacktrace(Throwable cause) {
    StringWriter text = new StringWriter();
    cause.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length) + "…";
  }
}
