package io.onrecord.index.writer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The indexes of one directory: the live one, the one before it, and perhaps one that is being
 * built. The file {@code CURRENT} says which is which. It is replaced in one step and forced to
 * disk, so that at any moment, and after any kill, exactly one whole index is the live one.
 *
 * <pre>
 * CURRENT          live, then previous: a name a line
 * generation-2/    a Lucene directory
 * generation-3/
 * </pre>
 *
 * <p>The first index of a directory, {@code generation-1}, lies in the directory itself.
 */
public final class IndexGenerations {
  private static final String POINTER = "CURRENT";
  private static final String FIRST = "generation-1";

  /** How the pointer called the first index in its earliest form. */
  private static final String FIRST_BEFORE = ".";

  private static final String PREFIX = "generation-";

  private final Path directory;

  public IndexGenerations(Path directory) {
    this.directory = directory;
  }

  /** Where the live index is. */
  public Path live() throws IOException {
    return path(pointer().getFirst());
  }

  /** The name of the live index. */
  public String liveName() throws IOException {
    return pointer().getFirst();
  }

  /** The name of the index that was live before. */
  public Optional<String> previousName() throws IOException {
    List<String> names = pointer();
    return names.size() > 1 ? Optional.of(names.get(1)) : Optional.empty();
  }

  /** Where the index of that name is. */
  public Path path(String name) {
    return name.equals(FIRST) ? directory : directory.resolve(name);
  }

  /** A name that no index has. */
  public String fresh() throws IOException {
    int highest = 1;
    for (Path folder : folders()) {
      highest =
          Math.max(
              highest,
              Integer.parseInt(folder.getFileName().toString().substring(PREFIX.length())));
    }
    return PREFIX + (highest + 1);
  }

  /** Makes an index the live one and what was live the previous one, in one step. */
  void swap(String live) throws IOException {
    String before = pointer().getFirst();
    Path fresh = directory.resolve(POINTER + ".new");
    ByteBuffer text =
        StandardCharsets.UTF_8.encode(live.equals(before) ? live : live + "\n" + before + "\n");
    try (FileChannel file =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      while (text.hasRemaining()) {
        file.write(text);
      }
      file.force(true);
    }
    Files.move(fresh, directory.resolve(POINTER), StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel folder = FileChannel.open(directory, StandardOpenOption.READ)) {
      folder.force(true); // the renaming itself
    }
  }

  /** Removes every index but the live one and the previous one. */
  public void prune() throws IOException {
    List<String> kept = pointer();
    for (Path folder : folders()) {
      if (!kept.contains(folder.getFileName().toString())) {
        remove(folder);
      }
    }
    if (!kept.contains(FIRST)) {
      try (Stream<Path> files = Files.list(directory)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          if (!file.getFileName().toString().equals(POINTER)) {
            Files.delete(file);
          }
        }
      }
    }
  }

  private List<String> pointer() throws IOException {
    Path pointer = directory.resolve(POINTER);
    if (!Files.exists(pointer)) {
      return List.of(FIRST);
    }
    List<String> names =
        Files.readAllLines(pointer).stream()
            .filter(line -> !line.isBlank())
            .map(line -> line.equals(FIRST_BEFORE) ? FIRST : line)
            .toList();
    if (names.isEmpty()) {
      throw new IOException(
          "%s names no index; remove the directory to fill it anew".formatted(pointer));
    }
    return names;
  }

  private List<Path> folders() throws IOException {
    if (!Files.exists(directory)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(directory)) {
      return all.filter(Files::isDirectory)
          .filter(p -> p.getFileName().toString().matches(PREFIX + "\\d{1,9}"))
          .toList();
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
