package io.onrecord.standalone.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.onrecord.event.PageFetched;
import io.onrecord.event.PageWire;
import io.onrecord.event.Traceparent;
import io.onrecord.loop.Fatal;
import io.onrecord.loop.KafkaClients;
import io.onrecord.loop.TopicScan;
import io.onrecord.settings.CoreSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts pages into the pages topic, each revision once, whatever happens to the brokers: a
 * transaction a chunk; after any failure a new producer, which goes on behind what the topic holds.
 * An idempotent producer alone would not do: what it gave up it must not send again, and what it
 * does not give up it may send for ever.
 */
final class Feeder {
  private static final Logger LOG = LoggerFactory.getLogger(Feeder.class);
  private static final int CHUNK = 100;

  private final CoreSettings core;
  private final int pages;
  private final AtomicInteger sent = new AtomicInteger();
  private volatile int allowed;
  private volatile int failures;

  Feeder(CoreSettings core, int pages) {
    this.core = core;
    this.pages = pages;
  }

  /** How many revisions there are: every tenth page has two, one behind the other. */
  int revisions() {
    return pages + (pages + 9) / 10;
  }

  /** How many revisions are in the topic. */
  int sent() {
    return sent.get();
  }

  /** How often it had to begin again with a new producer. */
  int failures() {
    return failures;
  }

  /** Up to this share of all revisions may be sent now. */
  void allow(double share) {
    allowed = (int) Math.ceil(revisions() * share);
  }

  /** Returns when every revision is committed. */
  void run() {
    while (sent.get() < revisions()) {
      try (Producer<byte[], byte[]> producer = KafkaClients.transactionalProducer(core, "feeder")) {
        producer.initTransactions(); // what the one before left open is settled by this
        sent.set(committed());
        while (sent.get() < revisions()) {
          int end = Math.min(allowed, sent.get() + CHUNK);
          if (end <= sent.get()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            continue;
          }
          producer.beginTransaction();
          for (int i = sent.get(); i < end; i++) {
            producer.send(PageWire.write(core.topics().names().pages(), revision(i)));
          }
          producer.commitTransaction();
          sent.set(end);
        }
      } catch (KafkaException e) {
        Fatal.rethrowIfSo(e);
        failures++;
        LOG.atInfo().addKeyValue("at", sent).addKeyValue("why", e.toString()).log("feeder.again");
      }
    }
  }

  private int committed() {
    int[] count = {0};
    try (TopicScan scan = TopicScan.committed(core)) {
      scan.readAll(core.topics().names().pages(), record -> count[0]++);
    }
    return count[0];
  }

  /** Eleven revisions are ten pages: the first page of them twice. */
  private static PageFetched revision(int number) {
    int place = number % 11;
    int page = number / 11 * 10 + Math.max(0, place - 1);
    return page(page, place == 1 ? 1 : 0);
  }

  private static PageFetched page(int number, int revision) {
    String url = "https://example.org/" + number;
    String body =
        Pages.html(number, turns(number))
            .replace("</article>", "<p>Revision " + revision + ".</p></article>");
    return new PageFetched(
        url,
        "examination",
        Instant.parse("2026-01-02T03:04:05Z").plus(Duration.ofSeconds(revision)),
        Traceparent.start(),
        body.getBytes(UTF_8),
        Optional.of("text/html"),
        Optional.empty(),
        url,
        200,
        Optional.empty(),
        Optional.empty());
  }

  /** Most pages have 1 to 8 questions; one in fifty has a hundred, one in a thousand a thousand. */
  private static int turns(int number) {
    if (number % 1000 == 999) {
      return 1000;
    }
    return number % 50 == 49 ? 100 : 1 + number * 31 % 8;
  }
}
