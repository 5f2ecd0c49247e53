package io.onrecord.normalize.service.replay;

import org.jspecify.annotations.Nullable;

/** What became of one document. */
enum Verdict {
  SAME,
  CHANGED,
  ADDED,
  GONE,
  NEWER,
  LOST,
  FAILED;

  /**
   * Judges the last records of one document.
   *
   * @param live in the documents topic; null where there is none
   * @param shadow in the replay's; null where there is none
   * @param failed offset of the last page under this id that the replay could not read; -1: none
   * @param mayBeLost whether the replay should have made this document
   */
  static Verdict of(@Nullable Side live, @Nullable Side shadow, long failed, boolean mayBeLost) {
    boolean isLive = live != null && !live.tombstone();
    if (failed > (shadow == null ? -1 : shadow.page())) {
      return live != null && live.page() > failed ? NEWER : FAILED;
    }
    if (shadow == null) {
      return isLive && mayBeLost ? LOST : isLive ? NEWER : SAME;
    }
    if (live != null && live.isNewerThan(shadow)) {
      return NEWER;
    }
    if (shadow.tombstone()) {
      return isLive ? GONE : SAME;
    }
    if (!isLive) {
      return ADDED;
    }
    if (shadow.meaning().equals(live.meaning())) {
      return SAME;
    }
    return shadow.blank() && !live.blank() ? LOST : CHANGED;
  }

  /** Whether a promotion publishes the replay's record. */
  boolean isPublished() {
    return this == CHANGED || this == ADDED || this == GONE;
  }
}
