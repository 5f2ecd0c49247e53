package io.onrecord.index.writer;

import io.onrecord.index.analysis.SearchAnalyzer;
import java.io.IOException;
import java.time.Duration;
import org.apache.lucene.store.AlreadyClosedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index that is searched and kept in step now; another one can take its place between two
 * batches. A search that is under way ends on the index that it began with.
 */
public final class LiveIndex implements DocumentSink, SearchableIndex {
  private static final Logger LOG = LoggerFactory.getLogger(LiveIndex.class);

  private final IndexGenerations generations;
  private volatile LuceneIndex current;

  private LiveIndex(IndexGenerations generations, LuceneIndex current) {
    this.generations = generations;
    this.current = current;
  }

  /**
   * Opens what the directory's pointer names; what a killed rebuild left behind is removed.
   *
   * @throws IndexUnavailableException when another instance uses it or it cannot be read
   */
  public static LiveIndex open(IndexGenerations generations) throws IOException {
    LuceneIndex index = LuceneIndex.open(generations.live());
    generations.prune();
    return new LiveIndex(generations, index);
  }

  /** Brings another index to where the live one stands. */
  @FunctionalInterface
  public interface CatchUp {
    void to(Positions positions) throws IOException;
  }

  @Override
  public Positions positions() {
    return current.positions();
  }

  @Override
  public synchronized void apply(Batch batch) throws IOException {
    current.apply(batch);
  }

  @Override
  public synchronized void recover() throws IOException {
    current.recover();
  }

  /**
   * Puts another index in this one's place when it stands where this one does. Searches go on all
   * the time; only the next batch waits.
   *
   * @param patient leave it when the other still has to catch up; false: catch up meanwhile
   * @return how long batches had to wait; zero when it was left
   */
  public synchronized Duration replace(
      LuceneIndex next, String generation, CatchUp catchUp, boolean patient) throws IOException {
    long begun = System.nanoTime();
    if (!next.positions().equals(current.positions())) {
      if (patient) {
        return Duration.ZERO;
      }
      catchUp.to(current.positions());
    }
    generations.swap(generation);
    LuceneIndex before = current;
    current = next;
    Duration pause = Duration.ofNanos(System.nanoTime() - begun);
    before.close();
    LOG.atInfo()
        .addKeyValue("generation", generation)
        .addKeyValue("pauseMs", pause.toMillis())
        .log("index.swapped");
    return pause;
  }

  @Override
  public <T> T search(Search<T> search) throws IOException {
    while (true) {
      LuceneIndex index = current;
      try {
        return index.search(search);
      } catch (AlreadyClosedException e) {
        if (index == current) {
          throw e;
        } // replaced in this moment: the question goes to the new one
      }
    }
  }

  @Override
  public SearchAnalyzer analyzer() {
    return current.analyzer();
  }

  @Override
  public synchronized void close() throws IOException {
    current.close();
  }
}
