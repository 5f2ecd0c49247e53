package io.onrecord.ingest.watch;

import io.onrecord.event.PageFetched;
import io.onrecord.event.Traceparent;
import io.onrecord.ingest.frontier.FetchState;
import io.onrecord.ingest.frontier.KnownPages;
import io.onrecord.ingest.frontier.PagePublisher;
import io.onrecord.ingest.frontier.Publication;
import io.onrecord.ingest.source.FilePages;
import io.onrecord.ingest.sources.NamedSource;
import io.onrecord.ingest.url.CanonicalUrl;
import io.onrecord.ingest.warc.WarcArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One look at a watched file or folder: what is new or has changed, and has come to rest, is
 * published. A page remembers size and time of its file as its entity tag, so that a restart reads
 * nothing again. For one thread at a time.
 */
public final class FolderVisit {
  private static final Logger LOG = LoggerFactory.getLogger(FolderVisit.class);
  private final KnownPages known;
  private final PagePublisher publisher;
  private final FilePages files;
  private final Resting resting;
  private final ArchiveDrop archives;

  /**
   * Has seen nothing.
   *
   * @param maxBytes of a file
   * @param rest how long a file must stay as it is before it is read
   * @param archives takes web archives in
   */
  public FolderVisit(
      KnownPages known,
      PagePublisher publisher,
      int maxBytes,
      Duration rest,
      ArchiveDrop archives) {
    this.archives = archives;
    this.known = known;
    this.publisher = publisher;
    this.files = new FilePages(maxBytes);
    this.resting = new Resting(rest);
  }

  /**
   * What a look came to.
   *
   * @param published how many pages are new or changed
   * @param problem what is wrong with the folder itself
   */
  public record Seen(int published, Optional<String> problem) {}

  /** Whether a source is on a disk. */
  public static boolean isFor(String url) {
    return url.startsWith("file:");
  }

  /** Looks once, and waits until what was found is committed. */
  public synchronized Seen look(NamedSource source, Instant now) {
    Path root = new CanonicalUrl(source.url()).file();
    Map<Path, Resting.Mark> there;
    try {
      there = WatchedFiles.of(root);
    } catch (NoSuchFileException e) {
      return new Seen(0, Optional.of("is not there"));
    } catch (IOException e) {
      return new Seen(0, Optional.of("cannot be read: " + e.getMessage()));
    }
    resting.keep(root, there.keySet());
    List<CompletableFuture<Integer>> pending = new ArrayList<>();
    there.forEach(
        (file, mark) -> {
          if (isKnown(file, mark)) {
            resting.done(file, mark, now);
          } else if (resting.isDue(file, mark, now)) {
            pending.add(
                WarcArchive.isNamed(file)
                    ? archive(source, file, mark, now)
                    : take(source, file, mark, now).thenApply(isNew -> isNew ? 1 : 0));
          }
        });
    int published = 0;
    for (CompletableFuture<Integer> one : pending) {
      try {
        published += one.join();
      } catch (CompletionException e) {
        LOG.atWarn().addKeyValue("source", source.name()).setCause(e).log("watch.not-published");
      }
    }
    return new Seen(published, Optional.empty());
  }

  private boolean isKnown(Path file, Resting.Mark mark) {
    return known
        .find(CanonicalUrl.of(file))
        .flatMap(FetchState::etag)
        .filter(mark.tag()::equals)
        .isPresent();
  }

  private CompletableFuture<Boolean> take(
      NamedSource source, Path file, Resting.Mark mark, Instant now) {
    CanonicalUrl url = CanonicalUrl.of(file);
    FilePages.Outcome outcome = files.read(file);
    if (!isStill(file, mark)) {
      return CompletableFuture.completedFuture(false); // the next look sees how it is then
    }
    CompletableFuture<Boolean> taken =
        switch (outcome) {
          case FilePages.Outcome.Refused refused ->
              publisher
                  .failed(url, OptionalInt.empty(), refused.reason(), now)
                  .thenApply(noted -> false);
          case FilePages.Outcome.Read read ->
              publisher
                  .seen(url, page(source, url, read, mark, now))
                  .thenApply(p -> p == Publication.PUBLISHED);
        };
    return taken.whenComplete(
        (published, error) -> {
          if (error == null) {
            resting.done(file, mark, now);
          }
        });
  }

  /** Its pages are remembered one by one, so that reading it again after a restart adds none. */
  private CompletableFuture<Integer> archive(
      NamedSource source, Path file, Resting.Mark mark, Instant now) {
    return archives
        .take(file, source.name())
        .thenCompose(
            taken ->
                taken.problem().isEmpty()
                    ? CompletableFuture.completedFuture(taken)
                    : publisher
                        .failed(
                            CanonicalUrl.of(file), OptionalInt.empty(), taken.problem().get(), now)
                        .thenApply(noted -> taken))
        .thenApply(
            taken -> {
              resting.done(file, mark, now);
              return taken.published();
            });
  }

  private static boolean isStill(Path file, Resting.Mark mark) {
    try {
      return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          && WatchedFiles.mark(file).equals(mark);
    } catch (IOException e) {
      return false;
    }
  }

  private static PageFetched page(
      NamedSource source,
      CanonicalUrl url,
      FilePages.Outcome.Read read,
      Resting.Mark mark,
      Instant now) {
    return new PageFetched(
        url.value(),
        source.name(),
        now,
        Traceparent.start(),
        read.bytes(),
        read.contentType(),
        Optional.empty(),
        url.value(),
        200,
        Optional.of(mark.tag()),
        Optional.empty());
  }
}
