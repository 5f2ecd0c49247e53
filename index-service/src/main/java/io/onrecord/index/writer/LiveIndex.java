package io.onrecord.index.writer;

import io.onrecord.index.analysis.SearchAnalyzer;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.lucene.store.AlreadyClosedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index that is searched and kept in step now; another one can take its place between two
 * batches. A search that is under way ends on the index that it began with.
 */
public final class LiveIndex implements DocumentSink, SearchableIndex, RebuildableIndex {
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

  @Override
  public String liveName() throws IOException {
    return generations.liveName();
  }

  @Override
  public Optional<String> previousName() throws IOException {
    return generations.previousName();
  }

  @Override
  public Instant lastWritten(String name) throws IOException {
    return Files.getLastModifiedTime(generations.path(name)).toInstant();
  }

  @Override
  public NextIndex fresh() throws IOException {
    return reopen(generations.fresh());
  }

  @Override
  public NextIndex reopen(String name) {
    return new NextLuceneIndex(name, LuceneIndex.open(generations.path(name)));
  }

  @Override
  public void prune() throws IOException {
    generations.prune();
  }

  @Override
  public synchronized Duration replace(NextIndex next, CatchUp catchUp, boolean patient)
      throws IOException {
    long begun = System.nanoTime();
    if (!next.positions().equals(current.positions())) {
      if (patient) {
        return Duration.ZERO;
      }
      catchUp.to(current.positions());
    }
    generations.swap(next.name());
    LuceneIndex before = current;
    current = ((NextLuceneIndex) next).take();
    Duration pause = Duration.ofNanos(System.nanoTime() - begun);
    before.close();
    LOG.atInfo()
        .addKeyValue("generation", next.name())
        .addKeyValue("pauseMs", pause.toMillis())
        .log("index.swapped");
    return pause;
  }

  @Override
  public int documents() throws IOException {
    return SearchableIndex.super.documents();
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
