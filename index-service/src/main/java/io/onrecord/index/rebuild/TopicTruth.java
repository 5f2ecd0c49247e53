package io.onrecord.index.rebuild;

import io.onrecord.event.Sha256;
import io.onrecord.index.writer.Change;
import io.onrecord.index.writer.NextIndex;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * What the topic says that an index must hold: for each document the hash of its bytes. A document
 * names its own id, so equal sets of hashes are equal documents under equal ids. Several threads
 * may tell it at once, each of documents of its own.
 */
final class TopicTruth {
  private final Map<String, Hash> hashes = new ConcurrentHashMap<>();

  private record Hash(long high, long low) {
    static Hash of(byte[] json) {
      String hex = Sha256.hex(json);
      return new Hash(
          Long.parseUnsignedLong(hex, 0, 16, 16), Long.parseUnsignedLong(hex, 16, 32, 16));
    }
  }

  void take(Change change) {
    switch (change) {
      case Change.Put put -> hashes.put(put.id(), Hash.of(put.json()));
      case Change.Delete delete -> hashes.remove(delete.id());
    }
  }

  /** The document cannot be indexed; it is a dead letter, and the index rightly has it not. */
  void forget(String id) {
    hashes.remove(id);
  }

  int documents() {
    return hashes.size();
  }

  /** How an index differs from this, both ways; empty when it does not. */
  Optional<String> difference(NextIndex index) throws IOException {
    Set<Hash> missing = ConcurrentHashMap.newKeySet();
    missing.addAll(hashes.values());
    LongAdder found = new LongAdder();
    LongAdder others = new LongAdder();
    index.documents(
        json -> {
          found.increment();
          others.add(missing.remove(Hash.of(json)) ? 0 : 1);
        });
    return missing.isEmpty() && others.sum() == 0 && found.sum() == hashes.size()
        ? Optional.empty()
        : Optional.of(
            "the topic has %d documents and the new index %d; %d of the topic's are missing and %d are others"
                .formatted(hashes.size(), found.sum(), missing.size(), others.sum()));
  }
}
