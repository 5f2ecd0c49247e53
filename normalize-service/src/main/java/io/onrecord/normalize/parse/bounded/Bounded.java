package io.onrecord.normalize.parse.bounded;

import io.onrecord.normalize.parse.Source;
import io.onrecord.normalize.parse.UnreadablePageException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs a parser that is not ours in a thread of its own with a deadline. The parser's loops cannot
 * be stopped from outside, so all that it calls of ours ({@link #check()}) stops it from inside
 * once its time is up; the caller does not wait for that.
 */
public final class Bounded {
  /** Bytes of a file; more is refused before a parser sees it. */
  public static final int MOST_BYTES = 64 << 20;

  /** Characters of text that one file may give. */
  public static final int MOST_CHARACTERS = 8_000_000;

  /** Bytes that all parts of one file may inflate to. */
  public static final long MOST_INFLATED = 256L << 20;

  private static final Duration TIME = Duration.ofSeconds(30);
  private static final long STACK = 1 << 20;

  private Bounded() {}

  /** What the parser returns, within {@link #TIME}. */
  public static <T> T read(String what, byte[] body, Source source, Callable<T> parser) {
    return read(what, body, source, TIME, parser);
  }

  static <T> T read(String what, byte[] body, Source source, Duration time, Callable<T> parser) {
    if (body.length > MOST_BYTES) {
      throw failure(source, what, "is larger than %d MB".formatted(MOST_BYTES >> 20));
    }
    FutureTask<T> task = new FutureTask<>(parser);
    Thread thread = new Thread(null, task, "read-" + what.replace(' ', '-'), STACK);
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      task.cancel(true);
      throw failure(source, what, "takes more than %d s to read".formatted(time.toSeconds()));
    } catch (InterruptedException stopped) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading " + source.url(), stopped);
    } catch (ExecutionException e) {
      throw explained(source, what, e.getCause());
    }
  }

  private static UnreadablePageException explained(Source source, String what, Throwable cause) {
    return switch (cause) {
      case Refusal refusal -> failure(source, what, refusal.getMessage());
      case StackOverflowError deep -> failure(source, what, "is nested too deep");
      case OutOfMemoryError large -> failure(source, what, "needs more memory than one page may");
      default ->
          new UnreadablePageException(
              "%s: the %s is damaged (%s); save it anew with the program that wrote it"
                  .formatted(source.url(), what, cause),
              cause);
    };
  }

  private static UnreadablePageException failure(Source source, String what, String wrong) {
    return new UnreadablePageException("%s: the %s %s".formatted(source.url(), what, wrong));
  }

  /** Stops the parser that calls this when its time is up. */
  public static void check() {
    if (Thread.currentThread().isInterrupted()) {
      throw new Refusal("takes too long to read");
    }
  }

  /** What is wrong with a file, as the end of a sentence that begins with it. */
  public static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** For instance "is encrypted; save it without a password". */
    public Refusal(String wrong) {
      super(wrong);
    }
  }
}
