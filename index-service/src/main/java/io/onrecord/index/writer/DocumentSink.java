package io.onrecord.index.writer;

import java.io.IOException;

/** Something that holds documents and knows how far it has read the topic that they come from. */
public interface DocumentSink extends AutoCloseable {

  /** How far it has read, as of its last durable commit. */
  Positions positions();

  /**
   * Takes a batch: durable and visible to searches when this returns; not at all when it throws.
   *
   * @throws RejectedDocumentException when the sink will never take one of the documents; the rest
   *     may be given again without it
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
