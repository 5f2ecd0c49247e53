package io.onrecord.index.writer;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A live index beside which another one can be built, and which that one can replace in one step.
 */
public interface RebuildableIndex {

  /** Brings another index to where the live one stands. */
  @FunctionalInterface
  interface CatchUp {
    void to(Positions positions) throws IOException;
  }

  /** How far the live index has read the topic. */
  Positions positions();

  /** How many documents can be found. */
  int documents() throws IOException;

  /** The name of the live index. */
  String liveName() throws IOException;

  /** The name of the index that was live before. */
  Optional<String> previousName() throws IOException;

  /** When the index of that name was last written. */
  Instant lastWritten(String name) throws IOException;

  /** An empty index under a name that no other has. */
  NextIndex fresh() throws IOException;

  /** The index of that name, to be brought up to date. */
  NextIndex reopen(String name) throws IOException;

  /** Removes every index but the live one and the previous one. */
  void prune() throws IOException;

  /**
   * Puts another index in the live one's place when it stands where that one does. Searches go on
   * all the time; only the next batch waits.
   *
   * @param patient leave it when the other still has to catch up; false: catch up meanwhile
   * @return how long batches had to wait; zero when it was left
   */
  Duration replace(NextIndex next, CatchUp catchUp, boolean patient) throws IOException;
}
