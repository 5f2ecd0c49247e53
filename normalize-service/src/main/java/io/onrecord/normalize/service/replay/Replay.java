package io.onrecord.normalize.service.replay;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.onrecord.event.PageWire;
import io.onrecord.health.Health;
import io.onrecord.loop.LoopSettings;
import io.onrecord.loop.PipelineLoop;
import io.onrecord.loop.TopicScan;
import io.onrecord.loop.Transform;
import io.onrecord.normalize.Normalizer;
import io.onrecord.normalize.service.PageTransform;
import io.onrecord.normalize.service.replay.ReplayState.Status;
import io.onrecord.settings.CoreSettings;
import io.onrecord.topic.TopicNames;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads raw pages again, into a shadow of the documents topic, beside live traffic. It is the same
 * loop as the service's, in a group of its own: outputs, dead letters and position commit together,
 * so it may be killed at any moment, and running it again under its name goes on where it was.
 */
public final class Replay {
  private static final Duration PAGE_LIMIT = Duration.ofSeconds(30);
  private static final int BATCH = 500;

  private final CoreSettings core;
  private final Replays replays;
  private final Transform normalize;
  private final TopicNames names;
  private final String name;

  private Replay(CoreSettings core, Normalizer normalizer, String name) {
    this.core = new CoreSettings(core.kafka(), core.topics(), "replay");
    this.replays = new Replays(core);
    this.names = core.topics().names();
    this.name = name;
    this.normalize = new PageTransform(normalizer, names.shadow(name));
  }

  /**
   * How fast a replay may go.
   *
   * @param threads pages read at once
   * @param pagesPerSecond at most; 0: as fast as it goes
   */
  public record Pace(int threads, int pagesPerSecond) {}

  /** Told how far a replay is: offsets read, and offsets there are to read. */
  @FunctionalInterface
  public interface Progress {
    void at(long read, long all);
  }

  /**
   * Runs a replay to its end; one that exists under the name goes on where it was.
   *
   * @return the finished replay
   * @throws ReplayRefusedException when it exists with another selection or another normalizer
   */
  public static ReplayState run(
      CoreSettings core, String name, Selection selection, Pace pace, Progress progress) {
    return new Replay(core, new Normalizer(), name).run(selection, pace, progress);
  }

  static String group(CoreSettings core, String name) {
    return core.topics().names().prefix() + "." + service(name);
  }

  private static String service(String name) {
    return "replay-" + name;
  }

  private ReplayState run(Selection selection, Pace pace, Progress progress) {
    ReplayState state = replays.find(name).orElseGet(() -> make(selection));
    requireSame(state, selection);
    if (state.status() != Status.UNFINISHED) {
      return state;
    }
    Map<TopicPartition, Long> begins = beginnings(state);
    long all = left(begins, state.until());
    if (all > 0) {
      read(state, pace, positions -> progress.at(all - left(positions, state.until()), all));
    }
    ReplayState finished = state.with(Status.FINISHED);
    replays.save(finished);
    return finished;
  }

  private ReplayState make(Selection selection) {
    try (TopicScan scan = TopicScan.committed(core)) {
      SortedMap<Integer, Long> until = new TreeMap<>();
      scan.ends(scan.partitions(names.pages())).forEach((p, end) -> until.put(p.partition(), end));
      ReplayState state =
          new ReplayState(
              name,
              selection,
              Clock.systemUTC().instant(),
              Normalizer.VERSION,
              until,
              Status.UNFINISHED,
              Optional.empty());
      replays.make(state, scan.partitions(names.documents()).size());
      return state;
    }
  }

  private static void requireSame(ReplayState state, Selection selection) {
    if (!state.selection().equals(selection)) {
      throw new ReplayRefusedException(
          "the replay %s was made for %s; to go on with it give the same selection, or choose another name"
              .formatted(state.name(), state.selection()));
    }
    if (!state.normalizer().equals(Normalizer.VERSION)) {
      throw new ReplayRefusedException(
          "the replay %s was begun by normalizer %s and this is %s; discard it and begin anew"
              .formatted(state.name(), state.normalizer(), Normalizer.VERSION));
    }
  }

  private interface Listener {
    void at(Map<TopicPartition, Long> positions);
  }

  private void read(ReplayState state, Pace pace, Listener listener) {
    String shadow = names.shadow(name);
    int batch = pace.pagesPerSecond() == 0 ? BATCH : Math.clamp(pace.pagesPerSecond(), 1, BATCH);
    LoopSettings settings =
        new LoopSettings(
            service(name),
            Normalizer.VERSION,
            names.pages(),
            TopicNames.deadLetters(shadow),
            pace.threads(),
            batch,
            PAGE_LIMIT,
            core.topics().maxDocumentRecordBytes(),
            pace.pagesPerSecond());
    CompletableFuture<Void> done = new CompletableFuture<>();
    AtomicLong last = new AtomicLong(Long.MAX_VALUE);
    PipelineLoop loop =
        PipelineLoop.start(
            core,
            settings,
            record -> selected(state, record) ? normalize.apply(record) : List.of(),
            new Health(PipelineLoop.PART),
            new SimpleMeterRegistry(),
            done::completeExceptionally,
            positions -> {
              long left = left(positions, state.until());
              if (last.getAndSet(left) != left) {
                listener.at(positions);
              }
              if (left == 0 && positions.size() == state.until().size()) {
                done.complete(null);
              }
            });
    try (loop) {
      done.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private static boolean selected(
      ReplayState state, org.apache.kafka.clients.consumer.ConsumerRecord<byte[], byte[]> record) {
    return record.offset() < state.until().getOrDefault(record.partition(), 0L)
        && (state.selection().everything() || state.selection().matches(PageWire.read(record)));
  }

  private Map<TopicPartition, Long> beginnings(ReplayState state) {
    try (TopicScan scan = TopicScan.committed(core)) {
      return scan.beginnings(
          state.until().keySet().stream().map(p -> new TopicPartition(names.pages(), p)).toList());
    }
  }

  /** Offsets between these positions and the replay's end; a partition not named counts whole. */
  private static long left(Map<TopicPartition, Long> positions, SortedMap<Integer, Long> until) {
    long left = until.values().stream().mapToLong(Long::longValue).sum();
    for (var position : positions.entrySet()) {
      long end = until.getOrDefault(position.getKey().partition(), 0L);
      left -= Math.min(end, position.getValue());
    }
    return left;
  }
}
