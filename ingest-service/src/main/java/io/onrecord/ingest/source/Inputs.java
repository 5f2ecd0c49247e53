package io.onrecord.ingest.source;

import io.onrecord.ingest.url.InvalidUrlException;
import io.onrecord.ingest.url.WebUrl;
import io.onrecord.ingest.warc.WarcArchive;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells what inputs are: a URL has a scheme and two slashes, everything else is a path, and a file
 * that begins as one is a web archive.
 */
public final class Inputs {
  private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:/{1,3}[^/].*");

  private Inputs() {}

  /** What the input names: one item, or the files of a folder in the order of their paths. */
  public static List<Item> of(String input) {
    if (input.isBlank()) {
      return List.of(new Item.Unusable("''", "is empty", "name a file, a folder or a URL"));
    }
    try {
      return URL.matcher(input).matches() ? ofUrl(input) : ofPath(input, Path.of(input));
    } catch (InvalidPathException e) {
      return List.of(
          new Item.Unusable(
              input, "is no path here: " + e.getReason(), "set LC_ALL=C.UTF-8 or rename it"));
    }
  }

  private static List<Item> ofUrl(String input) {
    try {
      WebUrl url = WebUrl.parse(input);
      return url.scheme().equals("file")
          ? ofPath(input, Path.of(URI.create("file://" + url.pathAndQuery())))
          : List.of(new Item.UrlItem(input, url));
    } catch (InvalidUrlException | IllegalArgumentException e) {
      return List.of(new Item.Unusable(input, "is no usable URL", "check it: " + e.getMessage()));
    }
  }

  private static List<Item> ofPath(String name, Path path) {
    if (Files.isDirectory(path)) {
      return Folder.items(name, path);
    }
    if (Files.exists(path)) {
      return List.of(
          WarcArchive.is(path) ? new Item.ArchiveItem(name, path) : new Item.FileItem(name, path));
    }
    return List.of(new Item.Unusable(name, "does not exist", "check the spelling of the path"));
  }
}
