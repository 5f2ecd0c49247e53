package io.onrecord.loop.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * What was done with a letter, in a record behind it in the same partition: a header names the
 * letter's offset, the value is empty.
 */
enum Receipt {
  /** It was put back where it came from. */
  REDRIVEN,
  /** A newer record has its key; putting it back would bury that. */
  SUPERSEDED,
  /** Somebody gave it up. */
  PURGED;

  /** The header: {@code redriven 17}. */
  static final String HEADER = "onrecord.letter.closed";

  ProducerRecord<byte[], byte[]> record(DeadLetter.Place letter) {
    String text = "%s %d".formatted(name().toLowerCase(Locale.ROOT), letter.offset());
    RecordHeaders headers = new RecordHeaders();
    headers.add(HEADER, text.getBytes(UTF_8));
    byte @Nullable [] nothing = null;
    return new ProducerRecord<>(letter.topic(), letter.partition(), nothing, nothing, headers);
  }

  static boolean isReceipt(ConsumerRecord<byte[], byte[]> record) {
    return record.headers().lastHeader(HEADER) != null;
  }

  /** The offset of the letter that the record closes; empty when it is no receipt. */
  static OptionalLong closed(ConsumerRecord<byte[], byte[]> record) {
    Optional<Header> header = Optional.ofNullable(record.headers().lastHeader(HEADER));
    if (header.isEmpty()) {
      return OptionalLong.empty();
    }
    String text = new String(header.get().value(), UTF_8);
    try {
      return OptionalLong.of(Long.parseLong(text.substring(text.lastIndexOf(' ') + 1)));
    } catch (NumberFormatException e) {
      return OptionalLong.empty(); // somebody else's header of the same name closes nothing
    }
  }
}
