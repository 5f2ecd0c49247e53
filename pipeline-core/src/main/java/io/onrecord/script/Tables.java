package io.onrecord.script;

import com.github.houbb.opencc4j.constant.AppConstant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The character tables: a character, a tab, and the characters that it may become, parted by
 * spaces.
 *
 * <p>OpenCC's are read from opencc4j's jar as the plain text that they are: its own front door
 * loads phrase tables and segmenters, which nothing here needs and a start would wait for.
 */
final class Tables {
  private Tables() {}

  /** One of OpenCC's tables, such as {@code TSCharacters.txt} (traditional to simplified). */
  static String opencc(String name) {
    return read(AppConstant.class, "/data/dictionary/" + name);
  }

  /** One of the tables in this package's resources. */
  static String ours(String name) {
    return read(Tables.class, name);
  }

  private static String read(Class<?> beside, String resource) {
    try (InputStream in = beside.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(
            resource + " is missing beside " + beside.getName() + ": is opencc4j another version?");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
