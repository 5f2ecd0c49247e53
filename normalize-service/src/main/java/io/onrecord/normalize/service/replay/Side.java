package io.onrecord.normalize.service.replay;

import io.onrecord.document.DocumentJson;
import io.onrecord.document.UnreadableDocumentException;
import io.onrecord.event.DocumentWire;
import io.onrecord.event.PagePlace;
import io.onrecord.event.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The last record of one document in one of the two topics, as far as a comparison needs it.
 *
 * @param offset of the record
 * @param from the page that it was made of; offset -1 when that is not known
 * @param tombstone whether it says that the page is gone
 * @param blank whether the document has no text
 * @param meaning hash of everything but the normalizer's version
 */
record Side(long offset, PagePlace from, boolean tombstone, boolean blank, String meaning) {
  private static final PagePlace UNKNOWN = new PagePlace(-1, -1);
  private static final byte[] VERSION = ",\"normalizer\":".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NO_TEXT = ",\"text\":\"\",".getBytes(StandardCharsets.US_ASCII);

  static Side of(ConsumerRecord<byte[], byte[]> record) {
    byte[] json = record.value();
    if (json == null) {
      return new Side(record.offset(), from(record), true, true, "");
    }
    return new Side(record.offset(), from(record), false, find(json, NO_TEXT) >= 0, meaning(json));
  }

  /** Whether this is of a newer page than the other. */
  boolean isNewerThan(Side other) {
    return page() > other.page();
  }

  /** Offset of the page; -1 when it is not known. */
  long page() {
    return from.offset();
  }

  /** The version is the last that a document says; all before it is what it means. */
  private static String meaning(byte[] json) {
    int end = findLast(json, VERSION);
    return Sha256.hex(end < 0 ? json : Arrays.copyOf(json, end));
  }

  /** From the header; documents of before there was one say it themselves. */
  static PagePlace from(ConsumerRecord<byte[], byte[]> record) {
    Optional<PagePlace> told = DocumentWire.page(record.headers());
    if (told.isPresent() || record.value() == null) {
      return told.orElse(UNKNOWN);
    }
    try {
      return PagePlace.of(DocumentJson.read(record.value()).provenance()).orElse(UNKNOWN);
    } catch (UnreadableDocumentException e) {
      return UNKNOWN; // no document: it differs from whatever the replay has, and is older
    }
  }

  private static int find(byte[] in, byte[] what) {
    for (int i = 0; i + what.length <= in.length; i++) {
      if (in[i] == what[0] && Arrays.equals(in, i, i + what.length, what, 0, what.length)) {
        return i;
      }
    }
    return -1;
  }

  private static int findLast(byte[] in, byte[] what) {
    for (int i = in.length - what.length; i >= 0; i--) {
      if (in[i] == what[0] && Arrays.equals(in, i, i + what.length, what, 0, what.length)) {
        return i;
      }
    }
    return -1;
  }
}
