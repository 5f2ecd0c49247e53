package io.onrecord.ingest.source;

import io.onrecord.ingest.url.WebUrl;
import java.nio.file.Path;

/** One thing that an input names. */
public sealed interface Item {
  /** The input, or the file in the folder that the input is; for messages. */
  String name();

  /** A file to read. */
  record FileItem(String name, Path file) implements Item {}

  /** A web archive (WARC), the pages in which are taken. */
  record ArchiveItem(String name, Path file) implements Item {}

  /** A URL to fetch. */
  record UrlItem(String name, WebUrl url) implements Item {}

  /**
   * Nothing that can be read.
   *
   * @param reason what is wrong, without the name
   * @param remedy what a person can do
   */
  record Unusable(String name, String reason, String remedy) implements Item {}
}
