package io.onrecord.index.api;

import io.javalin.http.Context;
import io.onrecord.loop.deadletter.DeadLetter;
import io.onrecord.loop.deadletter.DeadLetterBox;
import io.onrecord.loop.deadletter.DeadLetterFilter;
import io.onrecord.settings.CoreSettings;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;

/** The dead letters: what {@code onrecord dlq} does, over HTTP. */
final class DeadLetterRoutes {
  private static final Set<String> CONDITIONS =
      Set.of("topic", "stage", "error", "host", "id", "from", "to");
  private static final String SANDBOX = "sandbox; default-src 'none'; frame-ancestors 'none'";

  private final DeadLetterBox box;

  DeadLetterRoutes(CoreSettings core) {
    this.box = new DeadLetterBox(core);
  }

  /** All open letters that are meant. */
  record Letters(int count, List<DeadLetter> letters) {}

  /** One letter with its headers, in their order. */
  record Letter(DeadLetter letter, List<List<String>> headers) {}

  /** How many letters were given up. */
  record Purged(int purged) {}

  /** {@code GET /api/dead-letters?topic=&stage=&error=&host=&id=&from=&to=}. */
  void list(Context request) {
    List<DeadLetter> letters = asked(() -> box.list(filter(request)));
    Json.answer(request, new Letters(letters.size(), letters));
  }

  /** {@code GET /api/dead-letters/{topic}/{partition}/{offset}}. */
  void show(Context request) {
    ConsumerRecord<byte[], byte[]> record = record(request);
    List<List<String>> headers = new ArrayList<>();
    for (Header header : record.headers()) {
      byte[] value = header.value() == null ? new byte[0] : header.value();
      headers.add(List.of(header.key(), new String(value, StandardCharsets.UTF_8)));
    }
    DeadLetter letter = asked(() -> box.read(place(request))).orElseThrow(() -> missing(request));
    Json.answer(request, new Letter(letter, headers));
  }

  /** {@code GET …/value}: the record's value, byte for byte; a browser never runs it. */
  void value(Context request) {
    byte[] value = record(request).value();
    request
        .header("Content-Security-Policy", SANDBOX)
        .header("Content-Disposition", "attachment; filename=\"dead-letter\"")
        .contentType("application/octet-stream")
        .result(value == null ? new byte[0] : value);
  }

  /** {@code POST /api/dead-letters/redrive?…}. */
  void redrive(Context request) {
    Json.answer(request, asked(() -> box.redrive(filter(request))));
  }

  /** {@code POST /api/dead-letters/purge?…}; a condition must be named. */
  void purge(Context request) {
    DeadLetterFilter filter = filter(request);
    if (filter.equals(DeadLetterFilter.ALL)) {
      throw new ProblemException(
          400, "name a condition: topic, stage, error, host, id, from or to");
    }
    Json.answer(request, new Purged(asked(() -> box.purge(filter))));
  }

  private ConsumerRecord<byte[], byte[]> record(Context request) {
    return asked(() -> box.show(place(request))).orElseThrow(() -> missing(request));
  }

  private static DeadLetter.Place place(Context request) {
    String text =
        String.join(
            "/",
            request.pathParam("topic"),
            request.pathParam("partition"),
            request.pathParam("offset"));
    return DeadLetter.Place.parse(text)
        .orElseThrow(() -> new ProblemException(400, text + " is no topic/partition/offset"));
  }

  private static ProblemException missing(Context request) {
    return new ProblemException(404, "no dead letter is at " + request.path());
  }

  private static DeadLetterFilter filter(Context request) {
    Set<String> unknown = new TreeSet<>(request.queryParamMap().keySet());
    unknown.removeAll(CONDITIONS);
    if (!unknown.isEmpty()) {
      throw new ProblemException(
          400,
          "%s is not known here; letters are chosen by %s"
              .formatted(String.join(", ", unknown), String.join(", ", new TreeSet<>(CONDITIONS))));
    }
    return new DeadLetterFilter(
        text(request, "topic"),
        text(request, "stage"),
        text(request, "error"),
        text(request, "host"),
        text(request, "id"),
        text(request, "from").map(DeadLetterRoutes::instant),
        text(request, "to").map(DeadLetterRoutes::instant));
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new ProblemException(400, "'%s' is no time; give 2026-01-31T08:00:00Z".formatted(text));
    }
  }

  private static Optional<String> text(Context request, String name) {
    return Optional.ofNullable(request.queryParam(name))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  private interface Question<T> {
    T ask();
  }

  private static <T> T asked(Question<T> question) {
    try {
      return question.ask();
    } catch (KafkaException e) {
      throw new ProblemException(503, "Kafka does not answer: " + e.getMessage(), e);
    }
  }
}
