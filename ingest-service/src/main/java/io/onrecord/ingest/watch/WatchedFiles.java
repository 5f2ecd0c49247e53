package io.onrecord.ingest.watch;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;

/**
 * The regular files of a folder and below, in the order of their paths, with their marks. No link
 * is followed, neither to a file nor to a folder, so nothing outside is ever read; the root itself
 * may be a link.
 */
final class WatchedFiles extends SimpleFileVisitor<Path> {
  static final int MOST = 200_000;

  private final Path root;
  private final Map<Path, Resting.Mark> found = new TreeMap<>();

  private WatchedFiles(Path root) {
    this.root = root;
  }

  /**
   * Looks.
   *
   * @throws NoSuchFileException when the root is not there
   * @throws IOException when it cannot be read, or holds too many files
   */
  static Map<Path, Resting.Mark> of(Path root) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(root, BasicFileAttributes.class);
    if (attributes.isRegularFile()) {
      return Map.of(root, mark(attributes));
    }
    WatchedFiles files = new WatchedFiles(root);
    for (Path child : children(root)) {
      Files.walkFileTree(child, files);
    }
    if (files.found.size() > MOST) {
      throw new IOException("it holds more than %,d files".formatted(MOST));
    }
    return files.found;
  }

  private static java.util.List<Path> children(Path root) throws IOException {
    try (java.util.stream.Stream<Path> children = Files.list(root)) {
      return children.sorted().toList();
    }
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    return isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (attributes.isRegularFile() && !isHidden(file)) {
      found.put(file, mark(attributes));
    }
    return found.size() > MOST ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) {
    return FileVisitResult.CONTINUE; // gone since, or not ours to read
  }

  private boolean isHidden(Path path) {
    return !path.equals(root) && path.getFileName().toString().startsWith(".");
  }

  /** How a file is now, if it is still no link. */
  static Resting.Mark mark(Path file) throws IOException {
    return mark(Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
  }

  private static Resting.Mark mark(BasicFileAttributes attributes) {
    return new Resting.Mark(attributes.size(), attributes.lastModifiedTime().toInstant());
  }
}
