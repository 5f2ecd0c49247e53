package io.onrecord.loop;

/** Too many threads hang in records that never end; only a new process gets rid of them. */
final class StuckWorkersException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StuckWorkersException(int threads) {
    super(
        "%d threads hang in pages that do not end and do not answer interruption; restart"
            .formatted(threads));
  }
}
