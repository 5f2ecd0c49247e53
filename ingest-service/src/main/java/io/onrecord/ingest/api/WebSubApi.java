package io.onrecord.ingest.api;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.onrecord.ingest.frontier.FetchState;
import io.onrecord.ingest.frontier.KnownPages;
import io.onrecord.ingest.frontier.Plan;
import io.onrecord.ingest.sources.NamedSource;
import io.onrecord.ingest.sources.SourceBook;
import io.onrecord.ingest.url.CanonicalUrl;
import io.onrecord.ingest.websub.Callbacks;
import io.onrecord.ingest.websub.HubSignature;
import io.onrecord.ingest.websub.Subscriptions;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * What hubs call: they verify that we want what we asked for, and push. Whoever does not know a
 * callback that we made finds nothing here.
 */
public final class WebSubApi {
  private final Callbacks callbacks;
  private final Subscriptions subscriptions;
  private final SourceBook book;
  private final KnownPages known;
  private final int maxBytes;
  private final BiConsumer<String, String> news;

  /**
   * Routes.
   *
   * @param maxBytes of what is pushed
   * @param news told the feed and the source that something was pushed for
   */
  public WebSubApi(
      Callbacks callbacks,
      Subscriptions subscriptions,
      SourceBook book,
      KnownPages known,
      int maxBytes,
      BiConsumer<String, String> news) {
    this.callbacks = callbacks;
    this.subscriptions = subscriptions;
    this.book = book;
    this.known = known;
    this.maxBytes = maxBytes;
    this.news = news;
  }

  void configure(JavalinConfig config) {
    config.routes.get(Callbacks.PATH + "{about}/{hash}", this::verify);
    config.routes.post(Callbacks.PATH + "{about}/{hash}", this::push);
  }

  /** Says yes to what we want and no to what we do not, whoever has asked the hub for it. */
  private void verify(Context request) {
    Callbacks.Topic topic = topic(request);
    String mode = Optional.ofNullable(request.queryParam("hub.mode")).orElse("");
    boolean isTopic = topic.topic().equals(request.queryParam("hub.topic"));
    boolean isFollowed = source(topic).isPresent();
    if (mode.equals("denied") && isTopic) {
      String reason = Optional.ofNullable(request.queryParam("hub.reason")).orElse("");
      subscriptions.denied(topic, reason);
      request.status(200);
      return;
    }
    boolean isWanted = mode.equals(isFollowed ? "subscribe" : "unsubscribe");
    String challenge = request.queryParam("hub.challenge");
    if (!isTopic || !isWanted || challenge == null) {
      throw new ProblemException(404, "nobody here has asked for that");
    }
    if (isFollowed) {
      subscriptions.granted(topic, lease(request));
    }
    // As a download of plain text: a browser that is led here shows nothing of the challenge.
    request
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Disposition", "attachment")
        .contentType("text/plain; charset=utf-8")
        .result(challenge);
  }

  private static Optional<Duration> lease(Context request) {
    return Optional.ofNullable(request.queryParam("hub.lease_seconds"))
        .filter(seconds -> seconds.matches("\\d{1,9}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
  }

  /** What is not signed with the secret is taken like the rest, and ignored. */
  private void push(Context request) throws IOException {
    Callbacks.Topic topic = topic(request);
    Optional<NamedSource> source = source(topic);
    if (source.isEmpty()) {
      throw new ProblemException(410, "this feed is not followed any more");
    }
    byte[] body;
    try (InputStream in = request.bodyInputStream()) {
      body = in.readNBytes(maxBytes + 1);
    }
    if (body.length > maxBytes) {
      throw new ProblemException(413, "more than %d bytes".formatted(maxBytes));
    }
    String signature = Optional.ofNullable(request.header("X-Hub-Signature")).orElse("");
    if (HubSignature.isValid(signature, callbacks.secret(topic), body) && !source.get().paused()) {
      news.accept(topic.feed(), source.get().name());
    }
    request.status(202);
  }

  private Callbacks.Topic topic(Context request) {
    return callbacks
        .read(request.pathParam("about"), request.pathParam("hash"))
        .orElseThrow(() -> new ProblemException(404, "nothing is at " + request.path()));
  }

  private Optional<NamedSource> source(Callbacks.Topic topic) {
    return known
        .find(new CanonicalUrl(topic.feed()))
        .flatMap(FetchState::plan)
        .map(Plan::source)
        .flatMap(book::find);
  }
}
