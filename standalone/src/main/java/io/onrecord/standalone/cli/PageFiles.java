package io.onrecord.standalone.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the pages that the arguments of a command name. */
final class PageFiles {
  private PageFiles() {}

  /**
   * The page that a path names, or the pages in the folder that it names, in the order of their
   * paths; hidden files and folders are left out.
   *
   * @throws NoSuchFileException when there is nothing
   * @throws IOException when a folder holds no page
   */
  static List<PageFile> under(Path input) throws IOException {
    if (!Files.exists(input)) {
      throw new NoSuchFileException(input.toString());
    }
    if (!Files.isDirectory(input)) {
      return List.of(PageFile.of(input.toString(), input));
    }
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(input, new Collector(input, found));
    if (found.isEmpty()) {
      throw new IOException(input + ": no readable file in this folder");
    }
    return found.stream().sorted().map(path -> PageFile.of(path.toString(), path)).toList();
  }

  /**
   * The pages that a list names, one a line: {@code path<TAB>url<TAB>content-type[<TAB>fetchedAt]}.
   * Fields may be empty; empty lines and lines that start with {@code #} are skipped.
   */
  static List<PageFile> listed(Path list) throws IOException {
    List<PageFile> pages = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(list, StandardCharsets.UTF_8)) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        pages.add(listed(line.split("\t", -1), list + ":" + number));
      }
    }
    return pages;
  }

  private static PageFile listed(String[] fields, String place) throws IOException {
    if (fields.length > 4) {
      throw new IOException(
          place + ": more than four fields; write path<TAB>url<TAB>content-type<TAB>fetchedAt");
    }
    return new PageFile(
        fields[0],
        Path.of(fields[0]),
        field(fields, 1),
        field(fields, 2),
        time(field(fields, 3), place));
  }

  private static Optional<String> field(String[] fields, int index) {
    return index < fields.length && !fields[index].isBlank()
        ? Optional.of(fields[index].strip())
        : Optional.empty();
  }

  private static Optional<Instant> time(Optional<String> text, String place) throws IOException {
    try {
      return text.map(Instant::parse);
    } catch (DateTimeParseException e) {
      throw new IOException(
          "%s: '%s' is no time; write it like 2026-01-31T08:00:00Z"
              .formatted(place, e.getParsedString()),
          e);
    }
  }

  /** Collects readable files, without hidden ones, without following links into loops. */
  private static final class Collector extends SimpleFileVisitor<Path> {
    private final Path root;
    private final List<Path> found;

    Collector(Path root, List<Path> found) {
      this.root = root;
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return folder.equals(root) || !isHidden(folder)
          ? FileVisitResult.CONTINUE
          : FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (!isHidden(file) && Files.isRegularFile(file) && Files.isReadable(file)) {
        found.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException problem) {
      return FileVisitResult.CONTINUE;
    }

    private static boolean isHidden(Path path) {
      return path.getFileName().toString().startsWith(".");
    }
  }
}
