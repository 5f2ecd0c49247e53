package io.onrecord.normalize.decode.charset;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The lines of a table of this stage, without its comments and blank lines. */
public final class ResourceLines {
  private static final String HOME = "/io/onrecord/normalize/decode/";

  private ResourceLines() {}

  /** Reads the named resource; a missing one is a broken build and fails at once. */
  public static List<String> of(String name) {
    try (InputStream in = ResourceLines.class.getResourceAsStream(HOME + name)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + HOME + name);
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
