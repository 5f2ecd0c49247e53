package io.onrecord.ingest.hostileweb;

import io.onrecord.event.PageEvent;
import io.onrecord.event.PageFetched;
import io.onrecord.event.PageGone;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was published, held against what should have been. */
public final class Published {
  private final Map<String, List<String>> bodies = new HashMap<>();
  private final Map<String, Integer> gone = new HashMap<>();

  /** What these events say, in their order. */
  public Published(List<PageEvent> events) {
    for (PageEvent event : events) {
      switch (event) {
        case PageFetched page ->
            bodies
                .computeIfAbsent(page.url(), unused -> new ArrayList<>())
                .add(new String(page.body(), StandardCharsets.UTF_8));
        case PageGone page -> gone.merge(page.url(), 1, Integer::sum);
      }
    }
  }

  /** How many pages. */
  public int size() {
    return bodies.values().stream().mapToInt(List::size).sum();
  }

  /** Pages whose last revision is not there, and gone ones that nobody was told of. */
  public List<String> missing(HostileWeb web) {
    List<String> missing = new ArrayList<>();
    for (Site site : web.sites()) {
      for (Expected page : site.expected()) {
        String url = web.url(site.label(), page.path());
        List<String> seen = bodies.getOrDefault(url, List.of());
        if (seen.isEmpty() || !seen.getLast().equals(page.revisions().getLast())) {
          missing.add(url + " has " + seen.size() + " revisions, not the last");
        }
        if (page.gone() && !gone.containsKey(url)) {
          missing.add(url + " is gone, and nobody was told");
        }
      }
    }
    return missing;
  }

  /** What was published twice, out of order, or at all though nobody should have. */
  public List<String> wrong(HostileWeb web) {
    Map<String, Expected> expected = new HashMap<>();
    for (Site site : web.sites()) {
      site.expected().forEach(page -> expected.put(web.url(site.label(), page.path()), page));
    }
    List<String> wrong = new ArrayList<>();
    bodies.forEach(
        (url, seen) -> {
          Expected page = expected.get(url);
          if (page == null) {
            wrong.add(url + " should not have been published");
            return;
          }
          List<Integer> order = seen.stream().map(page.revisions()::indexOf).toList();
          if (!order.equals(order.stream().distinct().sorted().toList()) || order.contains(-1)) {
            wrong.add(url + " was published as revisions " + order);
          }
        });
    gone.forEach(
        (url, times) -> {
          if (expected.get(url) == null || !expected.get(url).gone() || times > 1) {
            wrong.add(url + " was said to be gone, " + times + " times");
          }
        });
    return wrong;
  }
}
