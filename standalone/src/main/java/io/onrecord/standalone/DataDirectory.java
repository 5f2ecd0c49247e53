package io.onrecord.standalone;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The directory that holds everything a standalone system keeps, and the claim of one process on
 * it. Two processes on one directory would destroy it, so the second is refused; the claim ends
 * with the process, however it ends.
 *
 * <pre>
 * lock           the process that uses the directory
 * run.json       addresses of the running system
 * kafka/         the broker's logs: the raw pages are here
 * index/         the search index, which can be rebuilt
 * </pre>
 */
public final class DataDirectory implements AutoCloseable {
  private final Path path;
  private final FileChannel lock;

  private DataDirectory(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * Claims the directory for this process; makes it when it is not there.
   *
   * @throws CannotStartException when another process has it or it cannot be written
   */
  public static DataDirectory claim(Path path) {
    Path file = path.resolve("lock");
    FileChannel channel;
    try {
      Files.createDirectories(path);
      channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new CannotStartException(
          "cannot write to the data directory %s (%s); name another with --data"
              .formatted(path, e.getMessage()),
          e);
    }
    try {
      if (taken(channel)) {
        String owner = owner(channel);
        channel.close();
        throw new CannotStartException(
            "the data directory %s is in use by another onrecord process%s; stop it or name another directory with --data"
                .formatted(path, owner));
      }
      channel.truncate(0);
      channel.write(StandardCharsets.US_ASCII.encode(Long.toString(ProcessHandle.current().pid())));
      return new DataDirectory(path, channel);
    } catch (IOException e) {
      throw new CannotStartException("cannot lock " + file + ": " + e.getMessage(), e);
    }
  }

  /** The directory itself. */
  public Path path() {
    return path;
  }

  /** The broker's logs. */
  public Path kafka() {
    return path.resolve("kafka");
  }

  /** The search index. */
  public Path index() {
    return path.resolve("index");
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }

  private static boolean taken(FileChannel channel) throws IOException {
    try {
      Optional<FileLock> mine = Optional.ofNullable(channel.tryLock());
      return mine.isEmpty();
    } catch (OverlappingFileLockException inThisProcess) {
      return true;
    }
  }

  private static String owner(FileChannel channel) throws IOException {
    ByteBuffer pid = ByteBuffer.allocate(20);
    channel.read(pid, 0);
    String text = StandardCharsets.US_ASCII.decode(pid.flip()).toString();
    return text.isEmpty() ? "" : " (" + text + ")";
  }
}
