package io.onrecord.ingest;

/** What became of one input. */
public sealed interface IngestResult {
  /** The file or URL, as it was named. */
  String input();

  /** One line for a person, naming the input. */
  String message();

  /** Whether the page is in the pages topic, now or from before. */
  default boolean isKept() {
    return this instanceof Published || this instanceof Unchanged;
  }

  /**
   * A page event was committed.
   *
   * @param url canonical
   * @param id of its document
   * @param bytes of its body
   * @param body hash of its body, {@code sha256:…}
   */
  record Published(String input, String url, String id, int bytes, String body)
      implements IngestResult {
    @Override
    public String message() {
      return "%s: published, %d bytes".formatted(input, bytes);
    }
  }

  /**
   * The page has the bytes that it had; there is no new event.
   *
   * @param url canonical
   * @param id of its document
   * @param body hash of the bytes that it has, {@code sha256:…}
   */
  record Unchanged(String input, String url, String id, String body) implements IngestResult {
    @Override
    public String message() {
      return input + ": unchanged";
    }
  }

  /**
   * It leads to pages, and is followed from now on.
   *
   * @param url canonical
   * @param name of the source
   */
  record Followed(String input, String url, String name) implements IngestResult {
    @Override
    public String message() {
      return "%s: followed as '%s'".formatted(input, name);
    }
  }

  /**
   * It cannot become a page as it is.
   *
   * @param reason what is wrong with it
   * @param remedy what a person can do
   */
  record Refused(String input, String reason, String remedy) implements IngestResult {
    @Override
    public String message() {
      return "%s %s; %s".formatted(input, reason, remedy);
    }
  }

  /**
   * It did not work this time.
   *
   * @param reason what went wrong
   * @param remedy what a person can do
   */
  record Failed(String input, String reason, String remedy) implements IngestResult {
    @Override
    public String message() {
      return "%s %s; %s".formatted(input, reason, remedy);
    }
  }
}
