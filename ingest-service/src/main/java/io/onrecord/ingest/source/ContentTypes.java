package io.onrecord.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The media type that a file's ending stands for ({@code content-types.tsv}). */
public final class ContentTypes {
  private static final Map<String, String> TYPES = load();

  private ContentTypes() {}

  /** The media type, without a charset: nobody has said what a file on disk is encoded in. */
  public static Optional<String> of(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    int dot = name.lastIndexOf('.');
    return dot < 0 ? Optional.empty() : Optional.ofNullable(TYPES.get(name.substring(dot + 1)));
  }

  private static Map<String, String> load() {
    try (InputStream in = ContentTypes.class.getResourceAsStream("content-types.tsv")) {
      if (in == null) {
        throw new IllegalStateException("content-types.tsv is missing from the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .collect(Collectors.toUnmodifiableMap(columns -> columns[0], columns -> columns[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
