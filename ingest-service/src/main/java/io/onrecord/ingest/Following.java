package io.onrecord.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import io.onrecord.health.Health;
import io.onrecord.ingest.census.SourceStates;
import io.onrecord.ingest.fetch.FormPost;
import io.onrecord.ingest.fetch.HttpFetcher;
import io.onrecord.ingest.follow.Followers;
import io.onrecord.ingest.frontier.FetchRequest;
import io.onrecord.ingest.frontier.FetchRole;
import io.onrecord.ingest.frontier.Frontier;
import io.onrecord.ingest.frontier.FrontierLoop;
import io.onrecord.ingest.frontier.KnownPages;
import io.onrecord.ingest.frontier.Ownership;
import io.onrecord.ingest.frontier.PagePublisher;
import io.onrecord.ingest.frontier.StateFollower;
import io.onrecord.ingest.politeness.HostPaces;
import io.onrecord.ingest.politeness.RobotsCache;
import io.onrecord.ingest.safety.NamedHosts;
import io.onrecord.ingest.sources.NamedSource;
import io.onrecord.ingest.sources.SourceBook;
import io.onrecord.ingest.sources.SourcesFile;
import io.onrecord.ingest.url.InvalidUrlException;
import io.onrecord.ingest.url.WebUrl;
import io.onrecord.ingest.watch.ArchiveDrop;
import io.onrecord.ingest.watch.FolderVisit;
import io.onrecord.ingest.websub.Callbacks;
import io.onrecord.ingest.websub.Subscriptions;
import io.onrecord.settings.CoreSettings;
import io.onrecord.settings.InvalidSettingsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The part of the service that follows sources by itself, wired. */
final class Following implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Following.class);

  private final SourceBook book;
  private final FrontierLoop loop;
  private final Followers followers;
  private final Optional<Subscriptions> subscriptions;
  private final Optional<Thread> reader;

  /** What subscribing needs, where others can reach us. */
  record WebSubParts(Callbacks callbacks, FormPost hubs) {}

  private Following(
      SourceBook book,
      FrontierLoop loop,
      Followers followers,
      Optional<Subscriptions> subscriptions,
      Optional<Thread> reader) {
    this.subscriptions = subscriptions;
    this.book = book;
    this.loop = loop;
    this.followers = followers;
    this.reader = reader;
  }

  static Following start(
      CoreSettings core,
      FollowSettings settings,
      KnownPages known,
      StateFollower follower,
      PagePublisher publisher,
      ArchiveDrop archives,
      Ownership ownership,
      HttpFetcher fetcher,
      Duration patience,
      Optional<WebSubParts> webSub,
      NamedHosts named,
      RobotsCache robots,
      HostPaces paces,
      Health health,
      MeterRegistry registry,
      Clock clock,
      Consumer<Throwable> onFatal) {
    List<SourcesFile.Listed> listed = new ArrayList<>(listed(settings.sources()));
    settings.file().map(Following::read).ifPresent(listed::addAll);
    SourceBook book = SourceBook.start(core, health, onFatal);
    Optional<Subscriptions> subscriptions =
        webSub.map(
            parts ->
                new Subscriptions(
                    parts.callbacks(),
                    parts.hubs(),
                    source -> book.find(source).isPresent(),
                    registry,
                    clock));
    named.sources(() -> book.all().stream().map(s -> WebUrl.parse(s.url())).toList());
    Frontier frontier = new Frontier(clock, paces);
    FrontierLoop loop =
        FrontierLoop.start(
            core,
            known,
            follower,
            publisher,
            ownership,
            frontier,
            patience,
            () -> wanted(book),
            clock,
            health,
            onFatal);
    Followers followers =
        new Followers(
            settings.threads(),
            frontier,
            paces,
            robots,
            ownership,
            known,
            book,
            publisher,
            fetcher,
            new FolderVisit(
                known, publisher, core.topics().maxPageBytes(), settings.rules().watch(), archives),
            settings.rules(),
            subscriptions,
            registry,
            clock);
    registry.gauge("onrecord.ingest.frontier.waiting", frontier, Frontier::size);
    registry.gauge("onrecord.ingest.frontier.hosts", frontier, Frontier::hosts);
    registry.gauge("onrecord.ingest.frontier.partitions", ownership, Ownership::size);
    SourceStates.register(registry, book, known, clock);
    Optional<Thread> reader =
        listed.isEmpty()
            ? Optional.empty()
            : Optional.of(
                Thread.ofPlatform()
                    .daemon()
                    .name("ingest-sources-file")
                    .start(() -> name(listed, book, clock)));
    return new Following(book, loop, followers, subscriptions, reader);
  }

  Optional<Subscriptions> subscriptions() {
    return subscriptions;
  }

  SourceBook book() {
    return book;
  }

  private static List<FetchRequest> wanted(SourceBook book) {
    return book.all().stream()
        .filter(source -> !source.paused())
        .map(
            source ->
                new FetchRequest(
                    source.url(), FetchRole.SOURCE, source.name(), 0, Optional.empty()))
        .toList();
  }

  private static List<SourcesFile.Listed> listed(String sources) {
    try {
      return sources.isEmpty() ? List.of() : SourcesFile.read(sources);
    } catch (IllegalArgumentException e) {
      throw new InvalidSettingsException("sources: " + e.getMessage());
    }
  }

  private static List<SourcesFile.Listed> read(Path file) {
    try {
      return SourcesFile.read(Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException | IllegalArgumentException e) {
      throw new InvalidSettingsException(
          "ingest.sources-file names %s: %s".formatted(file, e.getMessage()));
    }
  }

  /** Names what the file lists and nobody has named; what was removed at run time comes back. */
  private static void name(List<SourcesFile.Listed> listed, SourceBook book, Clock clock) {
    try {
      while (!book.awaitRead(Duration.ofSeconds(60))) {
        LOG.atWarn().log("sources.file-waits");
      }
      Map<String, NamedSource> missing = new LinkedHashMap<>();
      for (SourcesFile.Listed one : listed) {
        if (book.find(one.name()).isEmpty() && !isFollowed(one.url(), book)) {
          try {
            NamedSource source =
                NamedSource.of(
                    one.name(), one.url(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
            missing.putIfAbsent(source.url(), source);
          } catch (IllegalArgumentException | InvalidUrlException e) {
            LOG.atError().addKeyValue("source", one.name()).log(e.getMessage());
          }
        }
      }
      book.putAll(List.copyOf(missing.values()));
    } catch (KafkaException e) {
      LOG.atError().setCause(e).log("sources.file-not-kept");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean isFollowed(String url, SourceBook book) {
    try {
      String canonical = NamedSource.canonical(url).value();
      return book.all().stream().anyMatch(source -> source.url().equals(canonical));
    } catch (IllegalArgumentException | InvalidUrlException e) {
      return false; // naming it says what is wrong
    }
  }

  /** What has been asked is still committed. */
  void stopAsking() {
    reader.ifPresent(Thread::interrupt);
    subscriptions.ifPresent(Subscriptions::close);
    followers.close();
  }

  @Override
  public void close() {
    stopAsking();
    loop.close();
    book.close();
  }
}
