package io.onrecord.index.writer;

import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.util.Bits;

/** A Lucene directory that is being filled. */
final class NextLuceneIndex implements NextIndex {
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
          for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
            Bits alive = segment.reader().getLiveDocs();
            StoredFields stored = segment.reader().storedFields();
            for (int i = 0; i < segment.reader().maxDoc(); i++) {
              if (alive == null || alive.get(i)) {
                var json = stored.document(i, Set.of(Fields.JSON)).getBinaryValue(Fields.JSON);
                reader.read(Arrays.copyOfRange(json.bytes, json.offset, json.offset + json.length));
              }
            }
          }
          return searcher;
        });
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
