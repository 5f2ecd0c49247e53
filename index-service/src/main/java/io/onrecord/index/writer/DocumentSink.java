package io.onrecord.index.writer;

import java.io.IOException;

/** Something that holds documents and knows how far it has read the topic that they come from. */
public interface DocumentSink extends AutoCloseable {

  /** How far it has read, as of its last durable commit. */
  Positions positions();

  /**
   * Asks whether the sink can be written now; a sink that is elsewhere is connected by this.
   *
   * @throws IOException when it cannot
   */
  default void check() throws IOException {}

  /**
   * Takes a batch: durable when this returns, and visible to searches (at once in Lucene, within
   * its refresh interval in OpenSearch). When it throws, the positions have not moved; giving the
   * batch again does no harm.
   *
   * @throws RejectedDocumentException when the sink will never take some of the documents; the rest
   *     may be given again without them
   * @throws IOException when the sink cannot write now; {@link #recover()}, then give the batch
   *     again
   */
  void apply(Batch batch) throws IOException;

  /**
   * Goes back to the last commit after a failed {@link #apply}.
   *
   * @throws IOException when that is not possible yet
   */
  void recover() throws IOException;

  @Override
  void close() throws IOException;
}
