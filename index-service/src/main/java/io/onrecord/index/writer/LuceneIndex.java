package io.onrecord.index.writer;

import io.onrecord.index.analysis.SearchAnalyzer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded index: one Lucene directory that one instance writes and searches.
 *
 * <p>Every batch is one Lucene commit, and the positions in the topic that belong to it are the
 * commit's user data. A process that dies between two commits finds the older documents together
 * with the older positions, reads the same records again, and ends at the same index.
 *
 * <p>One thread writes; any number search meanwhile, each on the whole index as of some commit.
 */
public final class LuceneIndex implements DocumentSink, SearchableIndex {
  /** Changes whenever an index written before has to be filled anew. */
  public static final String FORMAT = "1/" + SearchAnalyzer.VERSION;

  private static final Logger LOG = LoggerFactory.getLogger(LuceneIndex.class);
  private static final String FORMAT_KEY = "onrecord.format";
  private static final double RAM_MEGABYTES = 48;

  /**
   * Several commits a second: were larger segments small, each would be written again and again.
   */
  private static final double SMALL_MEGABYTES = 2;

  private final Path path;
  private final FSDirectory directory;
  private final SearchAnalyzer analyzer = new SearchAnalyzer();
  private IndexWriter writer;
  private volatile SearcherManager searchers;
  private volatile Positions positions;

  private LuceneIndex(Path path, FSDirectory directory, IndexWriter writer) throws IOException {
    this.path = path;
    this.directory = directory;
    this.writer = writer;
    this.positions = readPositions();
    this.searchers = new SearcherManager(writer, new SearcherFactory());
  }

  /**
   * Opens the index in a directory, which is made when it is not there.
   *
   * @throws IndexUnavailableException when another instance uses it or it cannot be read
   */
  public static LuceneIndex open(Path path) {
    try {
      FSDirectory directory = FSDirectory.open(path);
      try {
        return new LuceneIndex(path, directory, newWriter(path, directory));
      } catch (IOException | RuntimeException e) {
        directory.close();
        throw e;
      }
    } catch (IOException e) {
      throw new IndexUnavailableException(
          "the index in %s cannot be opened: %s".formatted(path, e.getMessage()), e);
    }
  }

  private static IndexWriter newWriter(Path path, FSDirectory directory) throws IOException {
    try {
      return new IndexWriter(directory, config(IndexWriterConfig.OpenMode.CREATE_OR_APPEND));
    } catch (LockObtainFailedException e) {
      throw new IndexUnavailableException(
          ("the index in %s is in use by another instance; an index belongs to one: stop the other,"
                  + " or give this one a directory of its own (index.directory)")
              .formatted(path),
          e);
    } catch (IndexFormatTooOldException | IndexFormatTooNewException e) {
      LOG.atWarn().addKeyValue("path", path).addKeyValue("why", e.getMessage()).log("index.anew");
      return new IndexWriter(directory, config(IndexWriterConfig.OpenMode.CREATE));
    } catch (CorruptIndexException e) {
      throw new IndexUnavailableException(
          "the index in %s is damaged (%s); remove the directory and it is filled again from the topic"
              .formatted(path, e.getMessage()),
          e);
    }
  }

  private static IndexWriterConfig config(IndexWriterConfig.OpenMode mode) {
    return new IndexWriterConfig(new SearchAnalyzer())
        .setOpenMode(mode)
        .setRAMBufferSizeMB(RAM_MEGABYTES)
        .setMaxFullFlushMergeWaitMillis(0) // or a commit waits for merges up to half a second
        .setMergePolicy(new TieredMergePolicy().setFloorSegmentMB(SMALL_MEGABYTES))
        .setCommitOnClose(false);
  }

  /** Positions of the last commit; an index of another format is emptied and starts from none. */
  private Positions readPositions() throws IOException {
    Map<String, String> data = new TreeMap<>();
    Iterable<Map.Entry<String, String>> committed = writer.getLiveCommitData();
    if (committed != null) {
      committed.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
    }
    if (FORMAT.equals(data.get(FORMAT_KEY))) {
      return Positions.fromCommitData(data);
    }
    if (writer.getDocStats().maxDoc > 0) {
      LOG.atWarn()
          .addKeyValue("path", path)
          .addKeyValue("format", data.getOrDefault(FORMAT_KEY, "unknown"))
          .addKeyValue("now", FORMAT)
          .log("index.anew");
      writer.deleteAll();
    }
    return Positions.NONE;
  }

  @Override
  public Positions positions() {
    return positions;
  }

  @Override
  public void apply(Batch batch) throws IOException {
    Map<String, Change> latest = new LinkedHashMap<>();
    batch.changes().forEach(change -> latest.put(change.id(), change));
    try {
      for (Change change : latest.values()) {
        load(change);
      }
      commit(batch.next());
    } catch (AlreadyClosedException e) {
      throw new IOException("the index writer closed itself: " + e.getMessage(), e);
    }
  }

  /** Makes everything that was loaded durable and visible, together with these positions. */
  public void commit(Positions next) throws IOException {
    Map<String, String> data = next.toCommitData();
    data.put(FORMAT_KEY, FORMAT);
    writer.setLiveCommitData(data.entrySet());
    writer.commit();
    searchers.maybeRefreshBlocking();
    positions = next;
  }

  /**
   * Takes a change that only the next {@link #commit} makes durable and visible; to fill an index
   * that nobody searches yet.
   *
   * @throws RejectedDocumentException when the index will never take the document
   */
  public void load(Change change) throws IOException {
    Term id = new Term(Fields.ID, change.id());
    switch (change) {
      case Change.Delete delete -> writer.deleteDocuments(id);
      case Change.Put put -> {
        try {
          writer.updateDocument(id, LuceneFields.of(put));
        } catch (IllegalArgumentException e) {
          throw new RejectedDocumentException(change.id(), e);
        }
      }
    }
  }

  /** Searches go on with what they had until the last commit is open again. */
  @Override
  public void recover() throws IOException {
    try {
      writer.rollback();
    } catch (IOException | AlreadyClosedException e) {
      LOG.atWarn().addKeyValue("why", e.getMessage()).log("index.rollback-failed");
    }
    IndexWriter reopened = newWriter(path, directory);
    SearcherManager before = searchers;
    writer = reopened;
    positions = readPositions();
    searchers = new SearcherManager(reopened, new SearcherFactory());
    before.close();
  }

  @Override
  public <T> T search(Search<T> search) throws IOException {
    while (true) {
      SearcherManager manager = searchers;
      IndexSearcher searcher;
      try {
        searcher = manager.acquire();
      } catch (AlreadyClosedException e) {
        if (manager == searchers) {
          throw e;
        }
        continue; // replaced by recover() in this moment
      }
      try {
        return search.on(searcher);
      } finally {
        manager.release(searcher);
      }
    }
  }

  @Override
  public SearchAnalyzer analyzer() {
    return analyzer;
  }

  @Override
  public void close() throws IOException {
    try (directory;
        analyzer) {
      searchers.close();
      writer.rollback(); // everything that counts has been committed
    }
  }

  /** A filter's value as the index holds it. */
  public static String filterTerm(String name) {
    return LuceneFields.filterTerm(name);
  }
}
