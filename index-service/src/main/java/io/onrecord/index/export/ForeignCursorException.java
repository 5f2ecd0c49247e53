package io.onrecord.index.export;

/** A cursor stands behind the end of the topic: it was given out for another one. */
public final class ForeignCursorException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ForeignCursorException(Cursor cursor, Cursor end) {
    super(
        "the cursor %s is behind the topic's end %s: it is another topic's; start without one"
            .formatted(cursor, end));
  }
}
