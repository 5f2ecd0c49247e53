package io.onrecord.index.rebuild;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Loads records on all cores. Records of one key are loaded by one thread in their order, so the
 * last of them is the one that stays; records of several keys in any order.
 */
final class Loaders implements AutoCloseable {
  /**
   * Read from the topic and not loaded yet; more than one batch of a consumer, less than a heap.
   */
  private static final int ROOM_BYTES = 16 << 20;

  private static final int LEAST_BYTES = 1 << 10;

  private final Load load;
  private final List<ExecutorService> threads;
  private final Semaphore room = new Semaphore(ROOM_BYTES);
  private final AtomicReference<Throwable> failure = new AtomicReference<>();

  /** What is done with a record; by several threads at once. */
  @FunctionalInterface
  interface Load {
    void load(ConsumerRecord<byte[], byte[]> record) throws IOException;
  }

  Loaders(int threads, Load load) {
    this.load = load;
    this.threads =
        IntStream.range(0, threads)
            .mapToObj(
                i ->
                    Executors.newSingleThreadExecutor(
                        task ->
                            Thread.ofPlatform().name("index-fill-" + i).daemon().unstarted(task)))
            .toList();
  }

  /**
   * Takes a record, and waits while there is much to be loaded.
   *
   * @throws IOException when an earlier one could not be loaded
   */
  void take(ConsumerRecord<byte[], byte[]> record) throws IOException {
    int bytes =
        Math.clamp(record.value() == null ? 0 : record.value().length, LEAST_BYTES, ROOM_BYTES);
    acquire(bytes);
    threads
        .get(Math.floorMod(Arrays.hashCode(record.key()), threads.size()))
        .execute(() -> load(record, bytes));
  }

  /**
   * Returns when everything that was taken is loaded.
   *
   * @throws IOException when something could not be loaded
   */
  void drain() throws IOException {
    acquire(ROOM_BYTES);
    room.release(ROOM_BYTES);
  }

  private void acquire(int bytes) throws IOException {
    try {
      room.acquire(bytes);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped while the index is filled");
    }
    Throwable failed = failure.get();
    if (failed != null) {
      room.release(bytes);
      throw failed instanceof IOException io
          ? io
          : new IOException("the index cannot be filled: " + failed.getMessage(), failed);
    }
  }

  private void load(ConsumerRecord<byte[], byte[]> record, int bytes) {
    try {
      if (failure.get() == null) {
        load.load(record);
      }
    } catch (IOException | RuntimeException | Error e) {
      failure.compareAndSet(null, e);
    } finally {
      room.release(bytes);
    }
  }

  /** Gives up what is not loaded yet, and returns when no thread is at it any more. */
  @Override
  public void close() {
    failure.compareAndSet(null, new InterruptedIOException("closed"));
    threads.forEach(ExecutorService::close);
  }
}
