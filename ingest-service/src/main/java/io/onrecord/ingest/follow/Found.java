package io.onrecord.ingest.follow;

import io.onrecord.event.PageEvent;
import io.onrecord.ingest.frontier.FetchRequest;
import io.onrecord.ingest.frontier.FetchState;
import java.util.List;
import java.util.Optional;

/**
 * What a visit has come to; committed as one.
 *
 * @param state of the address from now on
 * @param event a page to publish, or that one is gone
 * @param requests for what it leads to
 */
record Found(FetchState state, Optional<PageEvent> event, List<FetchRequest> requests) {
  static Found of(FetchState state) {
    return new Found(state, Optional.empty(), List.of());
  }
}
