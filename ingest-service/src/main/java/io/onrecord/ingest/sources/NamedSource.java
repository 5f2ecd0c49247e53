package io.onrecord.ingest.sources;

import io.onrecord.ingest.url.CanonicalUrl;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * A source that somebody has named.
 *
 * @param name its own, without blanks at the ends
 * @param url of a feed, a sitemap, a page that names its feed, a page, a file or a folder;
 *     canonical
 * @param paused whether it is left alone for now
 * @param added when it was named; what was published long before is not fetched
 */
public record NamedSource(String name, String url, boolean paused, Instant added) {
  private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}/]{1,200}");

  /**
   * A new source.
   *
   * @throws IllegalArgumentException saying what is wrong with name or address
   */
  public static NamedSource of(String name, String url, Instant now) {
    String bare = name.strip();
    if (!NAME.matcher(bare).matches()) {
      throw new IllegalArgumentException(
          "the name '%s': give one of 1 to 200 characters without '/'".formatted(name));
    }
    CanonicalUrl canonical = canonical(url);
    return new NamedSource(bare, canonical.value(), false, now);
  }

  /**
   * The address of what somebody named.
   *
   * @param url or the absolute path of a file or folder
   * @throws IllegalArgumentException if it can be no source
   */
  public static CanonicalUrl canonical(String url) {
    CanonicalUrl canonical =
        url.startsWith("/") ? CanonicalUrl.of(Path.of(url)) : CanonicalUrl.of(url);
    if (!canonical.value().startsWith("http") && !canonical.value().startsWith("file:")) {
      throw new IllegalArgumentException(url + " is no http, https or file URL");
    }
    return canonical;
  }

  /** The same, left alone or not. */
  public NamedSource paused(boolean now) {
    return new NamedSource(name, url, now, added);
  }
}
