package io.onrecord.ingest.frontier;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToIntFunction;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Which hosts are this instance's now: those of the request partitions that the consumer group has
 * given it. Work that was begun under a lease counts only while the lease holds, and every
 * transaction with such work carries the group's generation, so that one who has lost a partition
 * without noticing cannot commit.
 */
public final class Ownership {
  /** A partition, held since a moment. */
  public record Lease(int partition, long since) {}

  private record Held(Lease lease, long position, boolean leaving) {}

  private final String topic;
  private final Map<Integer, Held> held = new ConcurrentHashMap<>();
  private final AtomicLong moments = new AtomicLong();
  private volatile Optional<ConsumerGroupMetadata> group = Optional.empty();
  private volatile ToIntFunction<String> partitions = host -> -1;

  /** Nothing owned. */
  public Ownership(String requestsTopic) {
    this.topic = requestsTopic;
  }

  /** The lease under which a host is ours; empty if it is not, or is about to go. */
  public Optional<Lease> of(String host) {
    return Optional.ofNullable(held.get(partitions.applyAsInt(host)))
        .filter(now -> !now.leaving())
        .map(Held::lease);
  }

  /** Whether it still holds. */
  public boolean holds(Lease lease) {
    Held now = held.get(lease.partition());
    return now != null && now.lease().equals(lease);
  }

  /** How many partitions are held. */
  public int size() {
    return held.size();
  }

  void partitionedBy(ToIntFunction<String> partitionOf) {
    partitions = partitionOf;
  }

  void take(int partition, long position) {
    held.put(partition, new Held(new Lease(partition, moments.incrementAndGet()), position, false));
  }

  /** Nothing is begun for it any more; what was begun still counts until it is lost. */
  void leave(int partition) {
    held.computeIfPresent(partition, (unused, now) -> new Held(now.lease(), now.position(), true));
  }

  boolean isLeaving(String host) {
    Held now = held.get(partition(host));
    return now != null && now.leaving();
  }

  int partition(String host) {
    return partitions.applyAsInt(host);
  }

  /** Up to where its requests have become state. */
  Optional<Long> position(int partition) {
    return Optional.ofNullable(held.get(partition)).map(Held::position);
  }

  void lose(int partition) {
    held.remove(partition);
  }

  void generation(ConsumerGroupMetadata now) {
    group = Optional.of(now);
  }

  Optional<ConsumerGroupMetadata> generation() {
    return group;
  }

  /** The offsets to commit with work under these leases; later ones where requests were read. */
  Map<TopicPartition, OffsetAndMetadata> offsets(Map<Lease, Long> read) {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    read.forEach(
        (lease, position) -> {
          Held now = held.get(lease.partition());
          long reached = now == null ? position : Math.max(now.position(), position);
          offsets.put(new TopicPartition(topic, lease.partition()), new OffsetAndMetadata(reached));
        });
    return offsets;
  }

  void committed(Map<TopicPartition, OffsetAndMetadata> offsets) {
    offsets.forEach(
        (partition, offset) ->
            held.computeIfPresent(
                partition.partition(),
                (unused, now) ->
                    new Held(
                        now.lease(), Math.max(now.position(), offset.offset()), now.leaving())));
  }
}
