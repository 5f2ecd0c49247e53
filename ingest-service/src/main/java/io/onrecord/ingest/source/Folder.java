package io.onrecord.ingest.source;

import io.onrecord.ingest.warc.WarcArchive;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;

/**
 * The files of a folder and of the folders in it, hidden ones left out, in the order of their
 * paths. Links are followed; a link back to a folder that it is in is left out.
 */
final class Folder extends SimpleFileVisitor<Path> {
  private final Path root;
  private final List<Item> items = new ArrayList<>();

  private Folder(Path root) {
    this.root = root;
  }

  static List<Item> items(String name, Path root) {
    Folder folder = new Folder(root);
    try {
      Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, folder);
    } catch (IOException e) {
      return List.of(unreadable(name, e));
    }
    if (folder.items.isEmpty()) {
      return List.of(
          new Item.Unusable(
              name, "is a folder without readable files", "name a folder that has pages in it"));
    }
    folder.items.sort(Comparator.comparing(Item::name));
    return folder.items;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    return isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (isHidden(file)) {
      return FileVisitResult.CONTINUE;
    }
    // Links are followed, so what is still a link leads nowhere.
    items.add(
        attributes.isSymbolicLink()
            ? new Item.Unusable(file.toString(), "is a link to nothing", "restore or remove it")
            : WarcArchive.isNamed(file)
                ? new Item.ArchiveItem(file.toString(), file)
                : new Item.FileItem(file.toString(), file));
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) {
    if (!(e instanceof FileSystemLoopException) && !isHidden(file)) {
      items.add(unreadable(file.toString(), e));
    }
    return FileVisitResult.CONTINUE;
  }

  private boolean isHidden(Path path) {
    return !path.equals(root) && path.getFileName().toString().startsWith(".");
  }

  private static Item unreadable(String name, IOException e) {
    return new Item.Unusable(
        name, "cannot be read: " + e.getClass().getSimpleName(), "check its permissions");
  }
}
