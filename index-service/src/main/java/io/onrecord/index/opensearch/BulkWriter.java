package io.onrecord.index.opensearch;

import io.onrecord.index.writer.Change;
import io.onrecord.index.writer.RejectedDocumentException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.JsonNode;

/**
 * Writes changes until each is settled: taken, known already, or refused for ever. Only what was
 * answered with 429 or 503 is given again, and what was settled is remembered over a failure, so
 * that a cluster in need is not asked for the same twice.
 */
final class BulkWriter {
  private static final int MOST_BYTES = 5 << 20;
  private static final int TRIES = 7;
  private static final long FIRST_WAIT_MS = 100;

  /** A missing shard is waited for this long by OpenSearch itself, then it says 503. */
  private static final String OPTIONS =
      "?timeout=2s&filter_path=errors,items.*.status,items.*.error.type,items.*.error.reason,"
          + "items.*.error.caused_by.reason";

  private final OpenSearchClient client;
  private final String target;
  private final Map<String, Long> settled = new HashMap<>();
  private final TreeMap<String, String> refused = new TreeMap<>();
  private String lastWorry = "";
  private Duration asked = Duration.ZERO;

  /**
   * A writer.
   *
   * @param target an alias, which must be there, or an index
   * @param isAlias which of them
   */
  BulkWriter(OpenSearchClient client, String target, boolean isAlias) {
    this.client = client;
    this.target = "/" + target + "/_bulk" + OPTIONS + (isAlias ? "&require_alias=true" : "");
  }

  /**
   * Returns when every change is settled.
   *
   * @throws RejectedDocumentException when OpenSearch will never take some; the rest is settled
   * @throws IOException when some cannot be settled now
   */
  void write(Collection<Change> changes) throws IOException {
    List<Bulk> open = new ArrayList<>();
    refused.clear();
    for (Change change : changes) {
      Long known = settled.get(change.id());
      if (known == null || known < change.version()) {
        prepare(change, open);
      }
    }
    for (int tries = 1; !open.isEmpty(); tries++) {
      open = settle(open);
      if (!open.isEmpty()) {
        if (tries == TRIES) {
          throw new OpenSearchException(
              "OpenSearch takes %d of %d documents not now: %s"
                  .formatted(open.size(), changes.size(), lastWorry));
        }
        pause(tries);
      }
    }
    settled.clear();
    if (!refused.isEmpty()) {
      RejectedDocumentException rejection = new RejectedDocumentException(refused);
      refused.clear();
      throw rejection;
    }
  }

  /** What was settled was settled in another index. */
  void forget() {
    settled.clear();
  }

  private void prepare(Change change, List<Bulk> open) {
    try {
      open.add(Bulk.of(change));
    } catch (IllegalArgumentException e) {
      refused.put(change.id(), String.valueOf(e.getMessage()));
    }
  }

  /** One round; what is left has to be given again. */
  private List<Bulk> settle(List<Bulk> items) throws IOException {
    List<Bulk> again = new ArrayList<>();
    asked = Duration.ZERO;
    int from = 0;
    while (from < items.size()) {
      int to = from;
      long bytes = 0;
      while (to < items.size()
          && (to == from || bytes + items.get(to).lines().length <= MOST_BYTES)) {
        bytes += items.get(to++).lines().length;
      }
      send(items.subList(from, to), again);
      from = to;
    }
    return again;
  }

  private void send(List<Bulk> items, List<Bulk> again) throws IOException {
    Answer answer = client.ask("POST", target, "application/x-ndjson", Bulk.body(items));
    if (answer.isBusy()) {
      worry(answer.status(), answer.text());
      asked = answer.retryAfter().compareTo(asked) > 0 ? answer.retryAfter() : asked;
      again.addAll(items);
    } else if (answer.status() == 413 || answer.status() == 400) {
      divide(items, again, answer);
    } else if (!answer.isGood()) {
      throw client.refused("a bulk of " + items.size(), answer);
    } else {
      read(items, again, answer.json().path("items"));
    }
  }

  /** Something in it is too large or malformed: halves, until it is known what. */
  private void divide(List<Bulk> items, List<Bulk> again, Answer answer) throws IOException {
    if (items.size() == 1) {
      refused.put(items.getFirst().change().id(), answer.status() + " " + answer.text());
      return;
    }
    int half = items.size() / 2;
    send(items.subList(0, half), again);
    send(items.subList(half, items.size()), again);
  }

  private void read(List<Bulk> items, List<Bulk> again, JsonNode answers) throws IOException {
    if (answers.size() != items.size()) {
      throw new OpenSearchException(
          "OpenSearch answered %d of %d items".formatted(answers.size(), items.size()));
    }
    for (int i = 0; i < items.size(); i++) {
      Bulk item = items.get(i);
      JsonNode outcome = answers.get(i).values().stream().findFirst().orElse(answers.get(i));
      switch (Settlement.of(item.change(), outcome)) {
        case SETTLED -> settled.put(item.change().id(), item.change().version());
        case REFUSED -> refused.put(item.change().id(), Settlement.reason(outcome));
        case BUSY -> {
          worry(outcome.path("status").asInt(), Settlement.reason(outcome));
          again.add(item);
        }
        case FAILED ->
            throw new OpenSearchException(
                "OpenSearch cannot write %s: %s"
                    .formatted(item.change().id(), Settlement.reason(outcome)));
      }
    }
  }

  private void worry(int status, String text) {
    lastWorry = status + " " + text;
  }

  private void pause(int tries) throws IOException {
    long most = FIRST_WAIT_MS << (tries - 1);
    long wait = most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1);
    try {
      Thread.sleep(Math.max(wait, asked.toMillis()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while OpenSearch was busy");
    }
  }
}
