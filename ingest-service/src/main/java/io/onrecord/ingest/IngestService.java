package io.onrecord.ingest;

import io.onrecord.health.Health;
import io.onrecord.health.Metrics;
import io.onrecord.ingest.api.IngestApi;
import io.onrecord.ingest.api.SourcesApi;
import io.onrecord.ingest.api.WebSubApi;
import io.onrecord.ingest.fetch.FetchOutcome;
import io.onrecord.ingest.fetch.FormPost;
import io.onrecord.ingest.fetch.HttpFetcher;
import io.onrecord.ingest.fetch.Validators;
import io.onrecord.ingest.follow.PoliteFetch;
import io.onrecord.ingest.frontier.FrontierLoop;
import io.onrecord.ingest.frontier.KnownPages;
import io.onrecord.ingest.frontier.NewsRequests;
import io.onrecord.ingest.frontier.Ownership;
import io.onrecord.ingest.frontier.PagePublisher;
import io.onrecord.ingest.frontier.StateFollower;
import io.onrecord.ingest.politeness.HostPaces;
import io.onrecord.ingest.politeness.RobotsCache;
import io.onrecord.ingest.politeness.RobotsTxt;
import io.onrecord.ingest.safety.CheckedResolver;
import io.onrecord.ingest.safety.NamedHosts;
import io.onrecord.ingest.source.FilePages;
import io.onrecord.ingest.source.Inputs;
import io.onrecord.ingest.source.Item;
import io.onrecord.ingest.sources.SourceBook;
import io.onrecord.ingest.url.WebUrl;
import io.onrecord.loop.KafkaClients;
import io.onrecord.service.ServiceMain;
import io.onrecord.settings.Setting;
import io.onrecord.settings.Settings;
import io.onrecord.topic.Topics;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.kafka.clients.admin.Admin;

/**
 * Pages in. Several instances may run, each with an {@code instance.name} of its own; they see each
 * other's states.
 */
public final class IngestService implements AutoCloseable {
  private final StateFollower follower;
  private final PagePublisher publisher;
  private final List<HttpFetcher> fetchers;
  private final Following following;
  private final NewsRequests news;
  private final ExecutorService fetches;
  private final Intake intake;
  private final int maxBytes;
  private final IngestApi api;

  private IngestService(
      StateFollower follower,
      PagePublisher publisher,
      List<HttpFetcher> fetchers,
      Following following,
      NewsRequests news,
      ExecutorService fetches,
      Intake intake,
      int maxBytes,
      IngestApi api) {
    this.follower = follower;
    this.publisher = publisher;
    this.fetchers = fetchers;
    this.following = following;
    this.news = news;
    this.fetches = fetches;
    this.intake = intake;
    this.maxBytes = maxBytes;
    this.api = api;
  }

  /** Runs it as a process. */
  public static void main(String[] args) {
    ServiceMain.run("onrecord-ingest", settings(), IngestService::start, args);
  }

  /** The settings that it knows. */
  public static List<Setting> settings() {
    return IngestSettings.ALL;
  }

  /**
   * Starts it. What is asked of it before everything known was read waits for that.
   *
   * @param onFatal told when it ends by itself
   * @throws IOException when its port cannot be had
   * @throws io.onrecord.topic.TopicsUnavailableException when Kafka does not answer
   */
  public static IngestService start(Settings given, Consumer<Throwable> onFatal)
      throws IOException {
    return start(given, SystemDefaultDnsResolver.INSTANCE, Clock.systemUTC(), onFatal);
  }

  /** The same with another DNS and clock, for tests. */
  static IngestService start(
      Settings given, DnsResolver dns, Clock clock, Consumer<Throwable> onFatal)
      throws IOException {
    IngestSettings settings = IngestSettings.from(given);
    Health health =
        new Health(StateFollower.PART, PagePublisher.PART, FrontierLoop.PART, SourceBook.PART);
    Metrics metrics = new Metrics("ingest");
    try (Admin admin = KafkaClients.admin(settings.core())) {
      Topics.ensure(admin, settings.core().topics().all());
    }
    KnownPages known = new KnownPages();
    metrics.registry().gauge("onrecord.ingest.known.pages", known, KnownPages::size);
    StateFollower follower = StateFollower.start(settings.core(), known, health, onFatal);
    Ownership ownership = new Ownership(settings.core().topics().names().fetchRequests());
    PagePublisher publisher =
        PagePublisher.start(
            settings.core(), known, follower, ownership, health, metrics.registry(), onFatal);
    NamedHosts named = new NamedHosts();
    CheckedResolver resolver =
        new CheckedResolver(dns, settings.allowRemote(), settings.own(), named);
    HttpFetcher fetcher = HttpFetcher.whole(resolver, settings.userAgent(), settings.limits());
    HttpFetcher cropping =
        HttpFetcher.cropping(
            resolver, settings.userAgent(), settings.limits().of(RobotsTxt.MOST_BYTES));
    HostPaces paces = new HostPaces(clock, settings.follow().delay());
    RobotsCache robots = new RobotsCache(cropping, paces, clock);
    FilePages files = new FilePages(settings.limits().maxBytes());
    Intake intake =
        new Intake(
            files,
            new PoliteFetch(fetcher, robots, paces),
            named,
            known,
            publisher,
            metrics.registry(),
            clock);
    Following following =
        Following.start(
            settings.core(),
            settings.follow(),
            known,
            follower,
            publisher,
            new ArchiveIntake(intake, settings.limits().maxBytes())::dropped,
            ownership,
            fetcher,
            settings.limits().total().plusSeconds(1),
            settings
                .callbacks()
                .map(
                    callbacks ->
                        new Following.WebSubParts(
                            callbacks,
                            new FormPost(resolver, settings.userAgent(), settings.limits()))),
            named,
            robots,
            paces,
            health,
            metrics.registry(),
            clock,
            onFatal);
    ExecutorService fetches = Executors.newFixedThreadPool(settings.fetches(), fetchThreads());
    SourcesApi sources =
        new SourcesApi(
            following.book(),
            known,
            settings.address().getAddress() != null
                && settings.address().getAddress().isLoopbackAddress(),
            clock);
    NewsRequests news = new NewsRequests(settings.core());
    Optional<WebSubApi> webSub =
        following
            .subscriptions()
            .map(
                subscriptions ->
                    new WebSubApi(
                        settings.callbacks().orElseThrow(),
                        subscriptions,
                        following.book(),
                        known,
                        settings.limits().maxBytes(),
                        (feed, source) -> news.send(feed, source, clock.instant())));
    IngestApi api;
    try {
      api =
          IngestApi.start(
              settings.address(),
              settings.token(),
              settings.limits().maxBytes(),
              intake::push,
              url ->
                  CompletableFuture.supplyAsync(() -> takeOrFollow(url, intake, sources), fetches)
                      .thenCompose(r -> r),
              sources,
              webSub,
              known,
              health,
              metrics);
    } catch (IOException e) {
      following.close();
      publisher.close();
      follower.close();
      fetcher.close();
      cropping.close();
      fetches.shutdown();
      throw e;
    }
    return new IngestService(
        follower,
        publisher,
        List.of(fetcher, cropping),
        following,
        news,
        fetches,
        intake,
        settings.limits().maxBytes(),
        api);
  }

  /** Fetches a URL that a person names, from any public address or this machine; no Kafka. */
  public static FetchOutcome fetchOnce(WebUrl url) {
    IngestSettings settings = IngestSettings.from(Settings.defaults());
    NamedHosts named = new NamedHosts();
    CheckedResolver resolver =
        new CheckedResolver(SystemDefaultDnsResolver.INSTANCE, true, settings.own(), named);
    try (NamedHosts.Named meanwhile = named.name(url);
        HttpFetcher once = HttpFetcher.whole(resolver, settings.userAgent(), settings.limits())) {
      return once.fetch(url, Validators.NONE);
    }
  }

  /** Where the API, health and metrics are served. */
  public int port() {
    return api.port();
  }

  /**
   * Takes inputs in: files, folders, archives, URLs. Files are read in order; URLs are fetched
   * beside them.
   *
   * @param progress told of each result as it comes, one at a time, from any thread
   * @return a result for each input, for each file of a folder and each page of an archive, in
   *     order
   */
  public List<IngestResult> ingest(List<String> inputs, Consumer<IngestResult> progress) {
    List<CompletableFuture<IngestResult>> results = new ArrayList<>();
    Object oneAtATime = new Object();
    Consumer<CompletableFuture<IngestResult>> add =
        result ->
            results.add(
                result.thenApply(
                    known -> {
                      synchronized (oneAtATime) {
                        progress.accept(known);
                      }
                      return known;
                    }));
    for (String input : inputs) {
      for (Item item : Inputs.of(input)) {
        switch (item) {
          case Item.UrlItem url ->
              add.accept(
                  CompletableFuture.supplyAsync(() -> intake.take(url), fetches)
                      .thenCompose(taken -> taken));
          case Item.ArchiveItem archive -> new ArchiveIntake(intake, maxBytes).take(archive, add);
          case Item.FileItem file -> add.accept(intake.take(file));
          case Item.Unusable unusable -> add.accept(intake.take(unusable));
        }
      }
    }
    return results.stream().map(CompletableFuture::join).toList();
  }

  private static CompletableFuture<IngestResult> takeOrFollow(
      Item.UrlItem url, Intake intake, SourcesApi sources) {
    Optional<IngestResult.Followed> followed = sources.followed(url);
    return followed.isPresent()
        ? CompletableFuture.completedFuture(followed.get())
        : intake.takeOrFollow(url, () -> sources.follow(url));
  }

  private static java.util.concurrent.ThreadFactory fetchThreads() {
    return Thread.ofPlatform().name("fetch-", 0).daemon().factory();
  }

  /** Commits what was taken in, and stops. */
  @Override
  public void close() {
    api.close();
    news.close();
    fetches.shutdownNow();
    following.stopAsking();
    publisher.close();
    following.close();
    follower.close();
    fetchers.forEach(HttpFetcher::close);
  }
}
