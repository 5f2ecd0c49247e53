package io.onrecord.standalone.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Where a command writes: results to {@code out}, problems and progress to {@code err}, both in
 * UTF-8 whatever the locale says. Progress is shown only where standard error is a terminal, on one
 * line that is written over; colours only where standard output is one and {@code NO_COLOR} is not
 * set.
 */
final class Terminal {
  private static final String ERASE_LINE = "\r\u001b[K";

  private final InputStream in;
  private final PrintStream out;
  private final PrintStream err;
  private final boolean colours;
  private final boolean progress;
  private boolean progressShown;

  Terminal(InputStream in, PrintStream out, PrintStream err, boolean colours, boolean progress) {
    this.in = in;
    this.out = out;
    this.err = err;
    this.colours = colours;
    this.progress = progress;
  }

  /** The process's own streams; the launcher says which of them are terminals. */
  static Terminal ofThisProcess() {
    boolean colours =
        Boolean.getBoolean("onrecord.out.terminal") && System.getenv("NO_COLOR") == null;
    return new Terminal(
        System.in,
        stream(FileDescriptor.out, 1 << 16, false),
        stream(FileDescriptor.err, 1 << 10, true),
        colours,
        Boolean.getBoolean("onrecord.err.terminal"));
  }

  private static PrintStream stream(FileDescriptor descriptor, int buffer, boolean flushed) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor), buffer),
        flushed,
        StandardCharsets.UTF_8);
  }

  InputStream in() {
    return in;
  }

  PrintStream out() {
    return out;
  }

  /** Standard output for those who close what they write to; it is flushed, never closed. */
  OutputStream unclosedOut() {
    return new FilterOutputStream(out) {
      @Override
      public void write(byte[] bytes, int from, int length) {
        Terminal.this.out.write(bytes, from, length);
      }

      @Override
      public void close() {
        Terminal.this.out.flush();
      }
    };
  }

  /** For problems; takes a progress line away first. */
  PrintStream err() {
    clearProgress();
    return err;
  }

  PrintWriter outWriter() {
    return new PrintWriter(out, true, StandardCharsets.UTF_8);
  }

  PrintWriter errWriter() {
    return new PrintWriter(err, true, StandardCharsets.UTF_8);
  }

  /** Whether results go to a person who sees colours. */
  boolean colours() {
    return colours;
  }

  /** Shows how far the work is, on a terminal; nothing elsewhere. */
  synchronized void progress(String line) {
    if (progress) {
      err.print(ERASE_LINE + line);
      err.flush();
      progressShown = true;
    }
  }

  synchronized void clearProgress() {
    if (progressShown) {
      err.print(ERASE_LINE);
      err.flush();
      progressShown = false;
    }
  }

  /** The text in an ANSI style such as {@code "1"} (bold) or {@code "31"} (red). */
  String styled(String style, String text) {
    return colours ? "\u001b[" + style + "m" + text + "\u001b[0m" : text;
  }

  void flush() {
    clearProgress();
    out.flush();
    err.flush();
  }
}
