package io.onrecord.index.writer;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.util.Bits;

/**
 * A Lucene directory that is being filled, on all cores: Lucene takes documents from any thread.
 */
final class NextLuceneIndex implements NextIndex {
  private static final int THREADS = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 8);
  private static final int READ_AT_ONCE = 2_000;

  private final String name;
  private final LuceneIndex index;
  private boolean taken;

  NextLuceneIndex(String name, LuceneIndex index) {
    this.name = name;
    this.index = index;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Positions positions() {
    return index.positions();
  }

  @Override
  public int threads() {
    return THREADS;
  }

  @Override
  public void load(Change change) throws IOException {
    index.load(change);
  }

  @Override
  public void commit(Positions next) throws IOException {
    index.commit(next);
  }

  @Override
  public void documents(Reader reader) throws IOException {
    index.search(
        searcher -> {
          List<Callable<Boolean>> parts = new ArrayList<>();
          for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
            int documents = segment.reader().maxDoc();
            for (int from = 0; from < documents; from += READ_AT_ONCE) {
              int first = from;
              int end = Math.min(documents, from + READ_AT_ONCE);
              parts.add(() -> read(segment.reader(), first, end, reader));
            }
          }
          return readAll(parts);
        });
  }

  private static boolean readAll(List<Callable<Boolean>> parts) throws IOException {
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      for (Future<Boolean> part : threads.invokeAll(parts)) {
        part.get();
      }
      return true;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped while the index is read");
    }
  }

  private static boolean read(LeafReader segment, int from, int end, Reader reader)
      throws IOException {
    Bits alive = segment.getLiveDocs();
    StoredFields stored = segment.storedFields();
    for (int i = from; i < end; i++) {
      if (alive == null || alive.get(i)) {
        var json = stored.document(i, Set.of(Fields.JSON)).getBinaryValue(Fields.JSON);
        reader.read(Arrays.copyOfRange(json.bytes, json.offset, json.offset + json.length));
      }
    }
    return true;
  }

  /** The index itself, for whoever makes it the live one; {@link #close} leaves it open then. */
  LuceneIndex take() {
    taken = true;
    return index;
  }

  @Override
  public void close() throws IOException {
    if (!taken) {
      index.close();
    }
  }
}
