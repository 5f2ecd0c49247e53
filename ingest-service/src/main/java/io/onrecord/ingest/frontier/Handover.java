package io.onrecord.ingest.frontier;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a partition is given up: nothing more is asked of its hosts, what was asked is waited for,
 * and all that it led to is committed before the group gives the partition to another. Then its
 * offset is marked, and the next owner knows that the states tell everything.
 *
 * <p>An instance that is killed leaves no mark. What its last requests were answered, nobody knows;
 * {@link Takeover} is careful then.
 */
final class Handover {
  private static final Logger LOG = LoggerFactory.getLogger(Handover.class);
  private static final String MARK = "left";
  private static final Duration SETTLING = Duration.ofSeconds(10);

  private final Ownership ownership;
  private final Frontier frontier;
  private final PagePublisher publisher;

  Handover(Ownership ownership, Frontier frontier, PagePublisher publisher) {
    this.ownership = ownership;
    this.frontier = frontier;
    this.publisher = publisher;
  }

  /** Whether whoever had the partition before, if anybody, has left nothing open. */
  static boolean isClean(@Nullable OffsetAndMetadata committed) {
    return committed == null || isMarked(committed);
  }

  /** Whether it has to be committed without the mark before anything is asked. */
  static boolean isMarked(@Nullable OffsetAndMetadata committed) {
    return committed != null && MARK.equals(committed.metadata());
  }

  /**
   * Ends the work for partitions that are about to go.
   *
   * @param patience how long a request may take
   * @return the marked offsets of those that nothing is left open of, to be committed at once
   */
  Map<TopicPartition, OffsetAndMetadata> finish(
      Collection<TopicPartition> leaving, Duration patience) {
    leaving.forEach(partition -> ownership.leave(partition.partition()));
    Set<String> busy = frontier.awaitIdle(ownership::isLeaving, patience);
    Map<TopicPartition, OffsetAndMetadata> marked = new HashMap<>();
    if (isSettled()) {
      for (TopicPartition partition : leaving) {
        boolean isIdle =
            busy.stream().noneMatch(host -> ownership.partition(host) == partition.partition());
        if (isIdle) {
          ownership
              .position(partition.partition())
              .ifPresent(at -> marked.put(partition, new OffsetAndMetadata(at, MARK)));
        }
      }
    }
    LOG.atInfo()
        .addKeyValue("partitions", leaving.size())
        .addKeyValue("whole", marked.size())
        .log("frontier.partitions-leave");
    return marked;
  }

  /** Whether everything that was found is committed. */
  private boolean isSettled() {
    try {
      publisher.settled().get(SETTLING.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException e) {
      LOG.atWarn().setCause(e).log("frontier.not-settled");
      return false;
    }
  }
}
