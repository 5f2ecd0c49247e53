package io.onrecord.normalize.parse.office;

import io.onrecord.normalize.parse.bounded.Bounded;
import io.onrecord.normalize.parse.bounded.Bounded.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * The parts of a zipped file, inflated once and counted before any parser sees it: by the file's
 * directory and by its parts in order, since parsers use either and a bomb may show in only one.
 */
final class ZipParts {
  private static final int MOST_PARTS = 10_000;
  private static final long LARGEST_TREE = 24L << 20;
  private static final int KEPT = 1 << 20;

  private final Set<String> names = new TreeSet<>();
  private final TreeMap<String, byte[]> kept = new TreeMap<>();
  private final Predicate<String> keep;
  private long bytes;

  private ZipParts(Predicate<String> keep) {
    this.keep = keep;
  }

  /**
   * Looks at all parts.
   *
   * @param keep names of parts whose bytes are wanted, small ones
   */
  static ZipParts of(byte[] file, Predicate<String> keep) throws IOException {
    ZipParts parts = new ZipParts(keep);
    parts.directory(file);
    parts.bytes = 0;
    parts.sequence(file);
    return parts;
  }

  Set<String> names() {
    return names;
  }

  /** The text of a part that was kept. */
  Optional<String> text(String name) {
    return Optional.ofNullable(kept.get(name)).map(b -> new String(b, StandardCharsets.UTF_8));
  }

  private void directory(byte[] file) throws IOException {
    try (ZipFile zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(file)).get()) {
      for (ZipArchiveEntry entry : java.util.Collections.list(zip.getEntries())) {
        if (entry.getGeneralPurposeBit().usesEncryption()) {
          throw new Refusal("is encrypted; save it without a password");
        }
        name(entry.getName());
        if (zip.canReadEntryData(entry)) {
          try (InputStream part = zip.getInputStream(entry)) {
            inflate(entry.getName(), part);
          }
        }
      }
    }
  }

  private void sequence(byte[] file) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        name(entry.getName());
        inflate(entry.getName(), zip);
      }
    } catch (java.util.zip.ZipException unusual) {
      // What this reader does not know (a stored part of unknown length) the directory showed.
      bytes = Math.max(0, bytes);
    }
  }

  private void name(String name) {
    names.add(name);
    if (names.size() > MOST_PARTS) {
      throw new Refusal("has more than %d parts".formatted(MOST_PARTS));
    }
  }

  /** Everything but the text itself is held as a tree by parsers, at ten times its size. */
  private static boolean isTree(String name) {
    boolean markup = name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".opf");
    return markup && !name.equals("word/document.xml") && !name.equals("content.xml");
  }

  private void inflate(String name, InputStream part) throws IOException {
    byte[] buffer = new byte[1 << 14];
    java.io.ByteArrayOutputStream copy = new java.io.ByteArrayOutputStream();
    boolean wanted = keep.test(name);
    long size = 0;
    for (int n = part.read(buffer); n >= 0; n = part.read(buffer)) {
      Bounded.check();
      size += n;
      bytes += n;
      if (bytes > Bounded.MOST_INFLATED || isTree(name) && size > LARGEST_TREE) {
        throw new Refusal(
            "inflates to more than %d MB (%s)"
                .formatted((isTree(name) ? LARGEST_TREE : Bounded.MOST_INFLATED) >> 20, name));
      }
      if (wanted && size <= KEPT) {
        copy.write(buffer, 0, n);
      }
    }
    if (wanted && size <= KEPT) {
      kept.putIfAbsent(name, copy.toByteArray());
    }
  }
}
