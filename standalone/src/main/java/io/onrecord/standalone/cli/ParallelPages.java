package io.onrecord.standalone.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Works on many pages at once, on all cores, and writes the results in the order of the pages. Only
 * a few pages per core are in memory at a time. A page that fails costs a line, never the run.
 */
final class ParallelPages {
  private static final int AHEAD_PER_CORE = 8;
  private static final long PROGRESS_NANOS = 200_000_000L;

  private final Terminal terminal;
  private final String verb;
  private long shown;

  /** Shows progress as "{@code verb} 12 of 340 pages". */
  ParallelPages(Terminal terminal, String verb) {
    this.terminal = terminal;
    this.verb = verb;
  }

  /** What is done with one page. */
  interface Work {
    byte[] on(PageFile page) throws IOException;
  }

  /** How many pages failed. */
  int run(List<PageFile> pages, Work work, OutputStream out) throws IOException {
    int cores = Runtime.getRuntime().availableProcessors();
    Queue<Future<byte[]>> ahead = new ArrayDeque<>();
    int failed = 0;
    int next = 0;
    ExecutorService threads = Executors.newFixedThreadPool(cores);
    try {
      for (int done = 0; done < pages.size(); done++) {
        while (next < pages.size() && ahead.size() < cores * AHEAD_PER_CORE) {
          PageFile page = pages.get(next++);
          ahead.add(threads.submit(() -> work.on(page)));
        }
        failed += write(pages.get(done), ahead.remove(), out) ? 0 : 1;
        progress(done + 1, pages.size());
      }
    } finally {
      threads.shutdownNow();
    }
    terminal.clearProgress();
    return failed;
  }

  private boolean write(PageFile page, Future<byte[]> result, OutputStream out) throws IOException {
    try {
      out.write(result.get());
      return true;
    } catch (ExecutionException e) {
      terminal.err().println(problem(page, e.getCause()));
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static String problem(PageFile page, Throwable cause) {
    String why = cause instanceof IOException io ? Problems.of(io) : cause.toString();
    return why.startsWith(page.name()) ? why : page.name() + ": " + why;
  }

  private void progress(int done, int all) {
    long now = System.nanoTime();
    if (now - shown > PROGRESS_NANOS) {
      shown = now;
      terminal.progress("%s %,d of %,d pages".formatted(verb, done, all));
    }
  }
}
