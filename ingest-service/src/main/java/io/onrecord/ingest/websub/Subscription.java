package io.onrecord.ingest.websub;

import java.time.Instant;
import java.util.Optional;

/**
 * A subscription as it stands.
 *
 * @param hub that is asked
 * @param source whose feed it is; with it the subscription ends
 * @param next when the hub is asked again
 * @param asked how often it was asked without an answer
 * @param until when the lease ends; empty until the hub has verified it
 */
record Subscription(
    String hub,
    String source,
    Callbacks.Topic topic,
    Instant next,
    int asked,
    Optional<Instant> until) {

  /** The same, to be asked again at this time if nothing comes of it. */
  Subscription asked(Instant again) {
    return new Subscription(hub, source, topic, again, asked + 1, until);
  }

  /** The same, verified. */
  Subscription granted(Instant end, Instant renewal) {
    return new Subscription(hub, source, topic, renewal, 0, Optional.of(end));
  }

  /** The same, denied. */
  Subscription denied(Instant again) {
    return new Subscription(hub, source, topic, again, asked, Optional.empty());
  }

  boolean isOf(String otherHub, Callbacks.Topic otherTopic) {
    return hub.equals(otherHub) && topic.equals(otherTopic);
  }
}
