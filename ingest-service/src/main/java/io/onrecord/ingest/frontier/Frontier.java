package io.onrecord.ingest.frontier;

import io.onrecord.ingest.politeness.HostPaces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What is due, host by host: the next address of the host whose time has come first. It only
 * remembers; the state of an address says whether it is really due. Thread-safe.
 */
public final class Frontier {
  /** An address that is due. */
  public record Due(String host, String url) {}

  private record Item(String url, long at) {}

  private record Ready(String host, long at) {}

  private static final class HostQueue {
    private final PriorityQueue<Item> items =
        new PriorityQueue<>(Comparator.comparingLong(Item::at));
    private boolean busy;
    private long readyAt = Long.MAX_VALUE;
  }

  private final Clock clock;
  private final HostPaces paces;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Condition released = lock.newCondition();
  private final Map<String, HostQueue> hosts = new HashMap<>();
  private final PriorityQueue<Ready> ready =
      new PriorityQueue<>(Comparator.comparingLong(Ready::at));

  /** Nothing due. */
  public Frontier(Clock clock, HostPaces paces) {
    this.clock = clock;
    this.paces = paces;
  }

  /** The address is due at this time, in milliseconds. */
  public void offer(String host, String url, long at) {
    lock.lock();
    try {
      HostQueue queue = hosts.computeIfAbsent(host, unused -> new HostQueue());
      queue.items.add(new Item(url, at));
      if (!queue.busy && at < queue.readyAt) {
        schedule(host, queue, at);
      }
    } finally {
      lock.unlock();
    }
  }

  private void schedule(String host, HostQueue queue, long at) {
    queue.readyAt = at;
    ready.add(new Ready(host, at));
    Ready head = ready.peek();
    if (head != null && head.at() >= at) {
      changed.signal();
    }
  }

  /** The next address, its host's place taken; waits for one. Empty when the time is over. */
  public Optional<Due> take(long milliseconds) throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
    lock.lockInterruptibly();
    try {
      while (true) {
        Optional<Due> due = poll();
        if (due.isPresent()) {
          return due;
        }
        Ready head = ready.peek();
        long left = until - System.nanoTime();
        if (left <= 0) {
          return Optional.empty();
        }
        long wait = head == null ? 50 : Math.clamp(head.at() - clock.millis(), 1, 50);
        changed.awaitNanos(Math.min(left, TimeUnit.MILLISECONDS.toNanos(wait)));
      }
    } finally {
      lock.unlock();
    }
  }

  private Optional<Due> poll() {
    long now = clock.millis();
    for (Ready head = ready.peek(); head != null && head.at() <= now; head = ready.peek()) {
      ready.poll();
      HostQueue queue = hosts.get(head.host());
      if (queue == null || queue.busy || queue.readyAt != head.at()) {
        continue;
      }
      queue.readyAt = Long.MAX_VALUE;
      Item item = queue.items.peek();
      if (item == null) {
        continue;
      }
      if (item.at() > now) {
        schedule(head.host(), queue, item.at());
      } else if (paces.tryBegin(head.host())) {
        queue.items.poll();
        queue.busy = true;
        return Optional.of(new Due(head.host(), item.url()));
      } else {
        schedule(head.host(), queue, Math.max(now + 1, paces.readyAt(head.host())));
      }
    }
    return Optional.empty();
  }

  /** The host's place was given back; its next address may follow. */
  public void release(String host) {
    lock.lock();
    try {
      HostQueue queue = hosts.get(host);
      if (queue == null) {
        return;
      }
      queue.busy = false;
      released.signalAll();
      Item item = queue.items.peek();
      if (item == null) {
        hosts.remove(host);
      } else {
        schedule(host, queue, Math.max(item.at(), paces.readyAt(host)));
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * The pace of hosts that are about to be taken over.
   *
   * @param abandoned which of them by one who did not give them up
   */
  Takeover takeover(Predicate<String> abandoned) {
    return new Takeover(paces, abandoned);
  }

  /** It is left alone until then: another instance was told so. */
  void rest(String host, Instant until) {
    paces.rest(host, until.toEpochMilli());
  }

  /** Waits until none of these hosts is being asked; those that still are when time is over. */
  Set<String> awaitIdle(Predicate<String> host, Duration patience) {
    long left = patience.toNanos();
    lock.lock();
    try {
      while (true) {
        Set<String> busy =
            hosts.entrySet().stream()
                .filter(entry -> entry.getValue().busy && host.test(entry.getKey()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        if (busy.isEmpty() || left <= 0) {
          return busy;
        }
        left = released.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return awaitIdle(host, Duration.ZERO);
    } finally {
      lock.unlock();
    }
  }

  /** Forgets the hosts that are not ours any more. */
  void forget(Predicate<String> host) {
    lock.lock();
    try {
      hosts.entrySet().removeIf(entry -> !entry.getValue().busy && host.test(entry.getKey()));
      hosts.forEach(
          (name, queue) -> {
            if (host.test(name)) {
              queue.items.clear();
            }
          });
    } finally {
      lock.unlock();
    }
  }

  /** How many addresses wait, now or for later. */
  public int size() {
    lock.lock();
    try {
      return hosts.values().stream().mapToInt(queue -> queue.items.size()).sum();
    } finally {
      lock.unlock();
    }
  }

  /** How many hosts have addresses that wait. */
  public int hosts() {
    lock.lock();
    try {
      return hosts.size();
    } finally {
      lock.unlock();
    }
  }
}
