package io.onrecord.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import io.onrecord.event.PageFetched;
import io.onrecord.event.Sha256;
import io.onrecord.event.Traceparent;
import io.onrecord.ingest.api.PushedPage;
import io.onrecord.ingest.fetch.FetchOutcome;
import io.onrecord.ingest.fetch.Validators;
import io.onrecord.ingest.follow.PoliteFetch;
import io.onrecord.ingest.follow.SiteSources;
import io.onrecord.ingest.frontier.FetchState;
import io.onrecord.ingest.frontier.KnownPages;
import io.onrecord.ingest.frontier.PagePublisher;
import io.onrecord.ingest.frontier.Publication;
import io.onrecord.ingest.politeness.PageSignals;
import io.onrecord.ingest.safety.NamedHosts;
import io.onrecord.ingest.source.FilePages;
import io.onrecord.ingest.source.Item;
import io.onrecord.ingest.url.CanonicalUrl;
import io.onrecord.ingest.url.WebUrl;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/** Takes one item in: its bytes, the name of its page, and publishing. */
final class Intake {
  private static final String FILES = "files";
  private static final String URLS = "urls";

  private final FilePages files;
  private final PoliteFetch polite;
  private final NamedHosts named;
  private final KnownPages known;
  private final PagePublisher publisher;
  private final MeterRegistry registry;
  private final Clock clock;

  Intake(
      FilePages files,
      PoliteFetch polite,
      NamedHosts named,
      KnownPages known,
      PagePublisher publisher,
      MeterRegistry registry,
      Clock clock) {
    this.files = files;
    this.polite = polite;
    this.named = named;
    this.known = known;
    this.publisher = publisher;
    this.registry = registry;
    this.clock = clock;
  }

  /** The item's page, if it is one; completes when it is committed. Never exceptionally. */
  CompletableFuture<IngestResult> take(Item item) {
    CompletableFuture<IngestResult> result =
        switch (item) {
          case Item.FileItem file -> read(file);
          case Item.UrlItem url ->
              fetch(
                  url,
                  kind ->
                      new IngestResult.Refused(
                          url.name(),
                          "is " + kind + " and no page",
                          "follow it: onrecord sources add " + url.name()));
          case Item.ArchiveItem archive ->
              throw new IllegalArgumentException(archive.name() + " holds many pages");
          case Item.Unusable unusable ->
              done(new IngestResult.Refused(item.name(), unusable.reason(), unusable.remedy()));
        };
    return counted(item.name(), result);
  }

  /** The page at an address; or, if it leads to pages, what following it comes to. */
  CompletableFuture<IngestResult> takeOrFollow(Item.UrlItem item, Supplier<IngestResult> follow) {
    return counted(item.name(), fetch(item, kind -> follow.get()));
  }

  private CompletableFuture<IngestResult> counted(
      String name, CompletableFuture<IngestResult> result) {
    return result
        .exceptionally(
            error ->
                new IngestResult.Failed(
                    name, "was not published: " + error.getMessage(), "try again"))
        .thenApply(this::count);
  }

  /** A page that was pushed, as it is now or as it was when it was captured. */
  CompletableFuture<IngestResult> push(PushedPage pushed) {
    return push(pushed.url().value(), pushed);
  }

  /** The same, under the name that messages give it. */
  CompletableFuture<IngestResult> push(String name, PushedPage pushed) {
    CanonicalUrl url = pushed.url();
    PageSignals signals =
        PageSignals.read(pushed.body(), pushed.contentType(), pushed.said(), List.of());
    PageFetched page =
        new PageFetched(
            url.value(),
            pushed.source(),
            pushed.captured().orElseGet(this::now),
            Traceparent.start(),
            pushed.body(),
            pushed.contentType(),
            pushed.contentLanguage(),
            url.value(),
            200,
            pushed.validators().etag(),
            pushed.validators().lastModified(),
            signals.rights());
    CompletableFuture<Publication> publication =
        pushed.captured().isPresent() ? publisher.seenThen(url, page) : publisher.seen(url, page);
    return result(name, url, page, publication).thenApply(this::count);
  }

  private CompletableFuture<IngestResult> read(Item.FileItem item) {
    return switch (files.read(item.file())) {
      case FilePages.Outcome.Refused refused ->
          done(new IngestResult.Refused(item.name(), refused.reason(), refused.remedy()));
      case FilePages.Outcome.Read read -> {
        CanonicalUrl url = CanonicalUrl.of(item.file());
        PageFetched page =
            new PageFetched(
                url.value(),
                FILES,
                now(),
                Traceparent.start(),
                read.bytes(),
                read.contentType(),
                Optional.empty(),
                url.value(),
                200,
                Optional.empty(),
                Optional.empty());
        yield publish(item.name(), url, page);
      }
    };
  }

  private CompletableFuture<IngestResult> fetch(
      Item.UrlItem item, Function<String, IngestResult> source) {
    CanonicalUrl url = CanonicalUrl.of(item.url());
    Validators validators = known.find(url).map(FetchState::validators).orElse(Validators.NONE);
    return switch (ask(item.url(), validators)) {
      case FetchOutcome.Fetched fetched -> {
        Optional<String> kind = SiteSources.kind(fetched, polite.robots(item.url()));
        yield kind.isPresent()
            ? done(source.apply(kind.get()))
            : publish(item.name(), url, page(url, fetched));
      }
      case FetchOutcome.NotModified unchanged ->
          publisher
              .notModified(url, now())
              .thenApply(
                  same ->
                      new IngestResult.Unchanged(
                          item.name(), url.value(), url.documentId(), publishedBody(url)));
      case FetchOutcome.Moved impossible ->
          throw new IllegalStateException("a redirect was not followed");
      case FetchOutcome.Refused refused ->
          publisher
              .failed(url, OptionalInt.empty(), refused.reason(), now())
              .thenApply(
                  noted ->
                      new IngestResult.Refused(item.name(), refused.reason(), refused.remedy()));
      case FetchOutcome.Failed failed ->
          publisher
              .failed(url, failed.status(), failed.reason(), now())
              .thenApply(
                  noted -> new IngestResult.Failed(item.name(), failed.reason(), failed.remedy()));
    };
  }

  private FetchOutcome ask(WebUrl url, Validators validators) {
    try (NamedHosts.Named meanwhile = named.name(url)) {
      return polite.fetch(url, validators);
    }
  }

  private PageFetched page(CanonicalUrl url, FetchOutcome.Fetched fetched) {
    return new PageFetched(
        url.value(),
        URLS,
        now(),
        Traceparent.start(),
        fetched.bytes(),
        fetched.contentType(),
        fetched.contentLanguage(),
        fetched.finalUrl(),
        fetched.status(),
        fetched.validators().etag(),
        fetched.validators().lastModified());
  }

  private CompletableFuture<IngestResult> publish(String name, CanonicalUrl url, PageFetched page) {
    return result(name, url, page, publisher.seen(url, page));
  }

  private static CompletableFuture<IngestResult> result(
      String name, CanonicalUrl url, PageFetched page, CompletableFuture<Publication> pending) {
    return pending.thenApply(
        publication ->
            publication == Publication.PUBLISHED
                ? new IngestResult.Published(
                    name,
                    url.value(),
                    url.documentId(),
                    page.body().length,
                    Sha256.labelled(page.body()))
                : new IngestResult.Unchanged(
                    name, url.value(), url.documentId(), Sha256.labelled(page.body())));
  }

  /** Hash of the bytes last published: a server only says "not modified" about those. */
  private String publishedBody(CanonicalUrl url) {
    return known.find(url).flatMap(FetchState::body).orElse("");
  }

  private IngestResult count(IngestResult result) {
    String kind =
        switch (result) {
          case IngestResult.Published published -> "published";
          case IngestResult.Unchanged unchanged -> "unchanged";
          case IngestResult.Followed followed -> "followed";
          case IngestResult.Refused refused -> "refused";
          case IngestResult.Failed failed -> "failed";
        };
    registry.counter("onrecord.ingest.inputs", "result", kind).increment();
    return result;
  }

  private static CompletableFuture<IngestResult> done(IngestResult result) {
    return CompletableFuture.completedFuture(result);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
