package io.onrecord.normalize.service.replay;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The live documents of one partition in a temporary file, so that those that changed can be read
 * again in any order: a topic can only be read in its own, and all of it may not fit in memory.
 */
final class LiveCopy implements AutoCloseable {
  private final Path path;
  private final RandomAccessFile file;
  private final Map<String, Place> places = new HashMap<>();

  private record Place(long offset, int length) {}

  LiveCopy() {
    try {
      path = Files.createTempFile("onrecord-live", ".documents");
      file = new RandomAccessFile(path.toFile(), "rw");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void put(String id, byte[] json) {
    try {
      long end = file.length();
      file.seek(end);
      file.write(json);
      places.put(id, new Place(end, json.length));
    } catch (IOException e) {
      throw new UncheckedIOException("the disk of " + path + " has no room to compare", e);
    }
  }

  byte[] get(String id) {
    Place place = places.get(id);
    if (place == null) {
      throw new IllegalArgumentException("no live document " + id);
    }
    byte[] json = new byte[place.length()];
    try {
      file.seek(place.offset());
      file.readFully(json);
      return json;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      file.close();
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
