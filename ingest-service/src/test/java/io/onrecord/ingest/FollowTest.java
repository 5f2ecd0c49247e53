package io.onrecord.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.document.Person;
import io.onrecord.event.PageEvent;
import io.onrecord.event.PageFetched;
import io.onrecord.event.PageGone;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sources once named are followed by themselves, through a real broker, from a real server. */
final class FollowTest {
  private static final String HTML = "text/html; charset=utf-8";
  private final VirtualWeb web = new VirtualWeb();
  private final IngestWorld world = new IngestWorld();
  private IngestService service;

  @BeforeEach
  void start() throws Exception {
    service = world.start();
    world.awaitReady(service);
  }

  @AfterEach
  void close() {
    world.close();
    web.close();
  }

  @Test
  void aFeedThatGrowsIsFollowed() throws Exception {
    List<String> links = new CopyOnWriteArrayList<>(List.of("/1", "/2"));
    web.on(1, "/feed", e -> VirtualWeb.answer(e, 200, "text/xml", VirtualWeb.feed(links)));
    web.on(1, "/*", e -> VirtualWeb.answer(e, 200, HTML, "page " + e.getRequestURI()));
    web.on(1, "/robots.txt", "text/plain", "");
    follow("one", web.url(1, "/feed"));
    await()
        .untilAsserted(
            () -> assertThat(urls()).containsExactlyInAnyOrder(web.url(1, "/1"), web.url(1, "/2")));
    links.addFirst("/3");
    await().untilAsserted(() -> assertThat(urls()).contains(web.url(1, "/3")).hasSize(3));
    assertThat(world.pages()).allMatch(page -> page.source().equals("one"));
    assertThat(web.log()).allMatch(asked -> asked.agent().startsWith("Onrecord/"));
    await()
        .untilAsserted(
            () -> assertThat(sources()).contains("\"name\":\"one\"", "\"state\":\"ok\""));
  }

  @Test
  void aChangedPageIsARevisionAndAnUnchangedOneIsNothing() throws Exception {
    AtomicReference<String> text = new AtomicReference<>("first");
    web.on(1, "/feed", "text/xml", VirtualWeb.feed(List.of("/a", "/b")));
    web.on(1, "/a", e -> VirtualWeb.answer(e, 200, HTML, text.get()));
    web.on(
        1,
        "/b",
        e -> {
          e.getResponseHeaders().set("ETag", "\"v\"");
          boolean same = "\"v\"".equals(e.getRequestHeaders().getFirst("If-None-Match"));
          VirtualWeb.answer(e, same ? 304 : 200, HTML, same ? "" : "b");
        });
    follow("one", web.url(1, "/feed"));
    await().until(() -> world.pages().size() == 2);
    await().until(() -> web.count(1, "/a") >= 3 && web.count(1, "/b") >= 3);
    assertThat(world.pages()).hasSize(2);
    text.set("second");
    await().until(() -> world.pages().size() == 3);
    assertThat(world.pages().stream().filter(p -> p.url().endsWith("/a")))
        .extracting(page -> new String(page.body()))
        .containsExactly("first", "second");
  }

  @Test
  void aPageThatStaysMissingIsGoneAndAnOutageIsNot() throws Exception {
    AtomicInteger status = new AtomicInteger(200);
    web.on(1, "/feed", "text/xml", VirtualWeb.feed(List.of("/gone", "/ill")));
    web.on(1, "/gone", e -> VirtualWeb.answer(e, status.get() == 200 ? 200 : 404, HTML, "x"));
    web.on(1, "/ill", e -> VirtualWeb.answer(e, status.get(), HTML, "x"));
    follow("one", web.url(1, "/feed"));
    await().until(() -> world.pages().size() == 2);
    status.set(403);
    await().until(() -> world.events().stream().anyMatch(PageGone.class::isInstance));
    long before = web.count(1, "/ill");
    await().until(() -> web.count(1, "/ill") > before + 1);
    assertThat(world.events().stream().filter(PageGone.class::isInstance))
        .extracting(PageEvent::url)
        .containsExactly(web.url(1, "/gone"));
    status.set(200);
    await().until(() -> world.pages().size() == 3);
  }

  @Test
  void whatRobotsTxtForbidsIsNeverAsked() throws Exception {
    web.on(1, "/robots.txt", "text/plain", "User-agent: onrecord\nDisallow: /no/\n");
    web.on(1, "/feed", "text/xml", VirtualWeb.feed(List.of("/no/1", "/yes", "/noindex")));
    web.on(1, "/yes", HTML, "yes");
    web.on(1, "/noindex", HTML, "<meta name=robots content='noindex'>hidden");
    web.on(2, "/robots.txt", e -> VirtualWeb.answer(e, 503, "text/plain", "ill"));
    web.on(2, "/feed", "text/xml", VirtualWeb.feed(List.of("/1")));
    follow("one", web.url(1, "/feed"));
    follow("two", web.url(2, "/feed"));
    await().until(() -> web.count(1, "/noindex") > 0 && web.count(2, "/robots.txt") > 0);
    await().untilAsserted(() -> assertThat(sources()).contains("robots.txt cannot be had"));
    await().until(() -> urls().contains(web.url(1, "/yes")));
    assertThat(urls()).containsExactly(web.url(1, "/yes"));
    assertThat(web.count(1, "/no/1")).isZero();
    assertThat(web.count(2, "/feed")).isZero();
  }

  @Test
  void thePeopleOfAnEpisodeGoWithItsTranscript() throws Exception {
    String feed =
        """
        <rss xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel>
        <podcast:person>Ann Host</podcast:person>
        <item><podcast:transcript url="/1.vtt" type="text/vtt"/>
          <podcast:person role="Guest" href="/bea">Bea Guest</podcast:person></item>
        <item><link>/moved</link></item></channel></rss>""";
    web.on(1, "/feed", "text/xml", feed);
    web.on(1, "/1.vtt", "text/vtt", "WEBVTT");
    web.on(1, "/2", HTML, "two");
    web.on(
        1,
        "/moved",
        e -> {
          e.getResponseHeaders().set("Location", "/2");
          VirtualWeb.answer(e, 301, HTML, "");
        });
    follow("pod", web.url(1, "/feed"));
    await().until(() -> world.pages().size() == 2);
    assertThat(world.pages())
        .filteredOn(page -> page.url().endsWith("vtt"))
        .flatExtracting(PageFetched::persons)
        .as("those of the episode")
        .containsExactly(
            new Person(
                "Bea Guest", "guest", "cast", Optional.of(web.url(1, "/bea")), Optional.empty()));
    assertThat(world.pages())
        .filteredOn(page -> page.url().endsWith("/2"))
        .flatExtracting(PageFetched::persons)
        .as("those of the feed, through a redirect")
        .containsExactly(
            new Person("Ann Host", "host", "cast", Optional.empty(), Optional.empty()));
  }

  @Test
  void rightsAndTheOwnNameOfAPageAreKept() throws Exception {
    web.on(1, "/feed", "text/xml", VirtualWeb.feed(List.of("/p?session=1", "/p?session=2")));
    web.on(
        1,
        "/*",
        e -> {
          e.getResponseHeaders().set("X-Robots-Tag", "noai");
          e.getResponseHeaders().set("TDM-Reservation", "1");
          VirtualWeb.answer(
              e,
              200,
              HTML,
              "<link rel=canonical href=/p><link rel=license href='/terms'>text "
                  + e.getRequestURI());
        });
    web.on(1, "/robots.txt", "text/plain", "User-agent: *\nContent-Signal: ai-train=no\n");
    follow("one", web.url(1, "/feed"));
    await().until(() -> web.count(1, "/p?session=1") > 1 && web.count(1, "/p?session=2") > 1);
    assertThat(world.pages())
        .singleElement()
        .satisfies(
            page -> {
              assertThat(page.url()).isEqualTo(web.url(1, "/p"));
              assertThat(page.rights())
                  .contains(
                      "content-signal: ai-train=no",
                      "tdm-reservation: 1",
                      "license: /terms",
                      "robots: noai");
            });
  }

  @Test
  void sitemapsAndPagesThatNameTheirFeedAreSourcesToo() throws Exception {
    web.on(1, "/", HTML, "<link rel=alternate type='application/rss+xml' href='/feed'>");
    web.on(1, "/feed", "text/xml", VirtualWeb.feed(List.of("/a")));
    web.on(1, "/a", HTML, "a");
    web.on(
        2,
        "/sitemap.xml",
        "text/xml",
        "<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><sitemap><loc>%s</loc></sitemap></sitemapindex>"
            .formatted(web.url(2, "/s1.xml")));
    web.on(
        2,
        "/s1.xml",
        "text/xml",
        "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>%s</loc></url></urlset>"
            .formatted(web.url(2, "/b")));
    web.on(2, "/b", HTML, "b");
    web.on(3, "/only", HTML, "a page without a feed");
    follow("page", web.url(1, "/"));
    follow("map", web.url(2, "/sitemap.xml"));
    follow("single", web.url(3, "/only"));
    await()
        .untilAsserted(
            () ->
                assertThat(urls())
                    .containsExactlyInAnyOrder(
                        web.url(1, "/a"), web.url(2, "/b"), web.url(3, "/only")));
  }

  @Test
  void aHomePageLeadsToItsFeedAndToTheSitemapsOfRobotsTxt() throws Exception {
    web.on(
        1,
        "/robots.txt",
        "text/plain",
        "Sitemap: %s\nSitemap: https://elsewhere.example/map.xml\nUser-agent: *\nDisallow: /no"
            .formatted(web.url(1, "/map.xml")));
    web.on(1, "/", HTML, "<link rel=alternate type='application/rss+xml' href='/feed'>");
    web.on(1, "/feed", "text/xml", VirtualWeb.feed(List.of("/a")));
    web.on(
        1,
        "/map.xml",
        "text/xml",
        "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>%s</loc></url><url><loc>%s</loc></url></urlset>"
            .formatted(web.url(1, "/a"), web.url(1, "/old")));
    web.on(1, "/a", HTML, "a");
    web.on(1, "/old", HTML, "old");
    web.on(2, "/deep/page", HTML, "<link rel=alternate type='application/rss+xml' href='/feed'>x");
    web.on(2, "/robots.txt", "text/plain", "Sitemap: %s".formatted(web.url(2, "/map.xml")));
    assertThat(add(web.url(1, "/"))).contains("\"result\":\"followed\"");
    assertThat(add(web.url(1, "/"))).contains("\"result\":\"followed\"");
    assertThat(add(web.url(2, "/deep/page"))).contains("\"result\":\"published\"");
    await()
        .untilAsserted(
            () ->
                assertThat(urls())
                    .containsExactlyInAnyOrder(
                        web.url(1, "/a"), web.url(1, "/old"), web.url(2, "/deep/page")));
    assertThat(web.count(2, "/map.xml")).isZero();
    assertThat(add(web.url(1, "/feed"))).contains("\"result\":\"followed\"");
    assertThat(sources()).containsOnlyOnce("\"url\":\"%s\"".formatted(web.url(1, "/")));
    assertThat(world.pages()).hasSize(3);
  }

  @Test
  void redirectsAreFollowedHopByHopAndNeverWhereNothingMayBeDialled() throws Exception {
    web.on(
        1,
        "/feed",
        "text/xml",
        VirtualWeb.feed(List.of("/moved", "/private", "/round", "/endless/0")));
    web.on(1, "/moved", e -> redirect(e, web.url(2, "/here")));
    web.on(1, "/private", e -> redirect(e, "http://10.0.0.1/"));
    web.on(1, "/round", e -> redirect(e, "/round2"));
    web.on(1, "/round2", e -> redirect(e, "/round"));
    web.on(1, "/*", e -> redirect(e, e.getRequestURI() + "0"));
    web.on(1, "/robots.txt", "text/plain", "");
    web.on(2, "/here", HTML, "here");
    follow("one", web.url(1, "/feed"));
    await().until(() -> urls().contains(web.url(2, "/here")));
    await().until(() -> web.count(1, "/endless/00000") == 1);
    assertThat(urls()).containsExactly(web.url(2, "/here"));
    assertThat(web.count(1, "/endless/0000000")).isZero();
  }

  @Test
  void aPausedSourceIsLeftAloneAndARemovedOneForgotten() throws Exception {
    web.on(1, "/feed", "text/xml", VirtualWeb.feed(List.of()));
    follow("one", web.url(1, "/feed"));
    await().until(() -> web.count(1, "/feed") > 1);
    assertThat(
            send("/api/sources/one/pause", HttpRequest.newBuilder().POST(BodyPublishers.noBody()))
                .body())
        .contains("\"state\":\"paused\"");
    long then = settled();
    await().during(Duration.ofMillis(700)).until(() -> web.count(1, "/feed") == then);
    send("/api/sources/one/resume", HttpRequest.newBuilder().POST(BodyPublishers.noBody()));
    await().until(() -> web.count(1, "/feed") > then);
    assertThat(send("/api/sources/one", HttpRequest.newBuilder().DELETE()).statusCode())
        .isEqualTo(204);
    long removed = settled();
    await().during(Duration.ofMillis(700)).until(() -> web.count(1, "/feed") == removed);
    assertThat(sources()).contains("\"sources\":[]");
  }

  /** The count of requests once it stands still. */
  private long settled() {
    AtomicInteger last = new AtomicInteger(-1);
    await()
        .pollInterval(Duration.ofMillis(300))
        .until(() -> last.getAndSet((int) web.count(1, "/feed")) == web.count(1, "/feed"));
    return web.count(1, "/feed");
  }

  @Test
  void aHostIsAskedOneThingAtATimeWithItsDelayBetween() throws Exception {
    IngestService slow = world.with("ingest.delay", "150ms").start();
    world.awaitReady(slow);
    service.close(); // another with its name has taken its place
    service = slow;
    world.fatal.clear();
    for (int i = 1; i <= 4; i++) {
      web.on(i, "/feed", "text/xml", VirtualWeb.feed(List.of("/1", "/2", "/3", "/4")));
      web.on(i, "/*", e -> VirtualWeb.answer(e, 200, HTML, "page " + e.getRequestURI()));
      web.on(i, "/robots.txt", "text/plain", "");
      follow("s" + i, web.url(i, "/feed"));
    }
    await().until(() -> world.pages().size() == 16);
    for (int i = 1; i <= 4; i++) {
      String host = web.host(i);
      List<VirtualWeb.Asked> asked =
          web.log().stream()
              .filter(a -> a.host().equals(host))
              .sorted(Comparator.comparingLong(VirtualWeb.Asked::begun))
              .toList();
      assertThat(asked).hasSizeGreaterThan(5);
      for (int j = 1; j < asked.size(); j++) {
        // From the start of one to the start of the next, which is more than was promised to wait.
        long gap = asked.get(j).begun() - asked.get(j - 1).begun();
        assertThat(Duration.ofNanos(gap)).isGreaterThanOrEqualTo(Duration.ofMillis(149));
      }
    }
  }

  @Test
  void aSecondInstanceTakesOverWithinSeconds() throws Exception {
    IngestService other = world.with("instance.name", "other").start();
    world.awaitReady(other);
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= 12; i++) {
      web.on(i, "/feed", "text/xml", VirtualWeb.feed(List.of("/a")));
      web.on(i, "/a", HTML, "a");
      follow("s" + i, web.url(i, "/feed"));
      names.add(web.url(i, "/a"));
    }
    await().untilAsserted(() -> assertThat(urls()).containsExactlyInAnyOrderElementsOf(names));
    service.close();
    for (int i = 1; i <= 12; i++) {
      int host = i;
      long before = web.count(host, "/feed");
      await().atMost(Duration.ofSeconds(20)).until(() -> web.count(host, "/feed") > before);
    }
    assertThat(urls()).containsExactlyInAnyOrderElementsOf(names);
    assertThat(world.fatal).isEmpty();
  }

  private static ConditionFactory await() {
    return Awaitility.await().atMost(Duration.ofSeconds(30));
  }

  private static void redirect(com.sun.net.httpserver.HttpExchange exchange, String to)
      throws java.io.IOException {
    exchange.getResponseHeaders().set("Location", to);
    exchange.sendResponseHeaders(302, -1);
  }

  private void follow(String name, String url) throws Exception {
    String json = "{\"url\": \"%s\", \"name\": \"%s\"}".formatted(url, name);
    HttpResponse<String> answer =
        send("/api/sources", HttpRequest.newBuilder().POST(BodyPublishers.ofString(json)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  private String add(String url) throws Exception {
    String json = "{\"url\": \"%s\"}".formatted(url);
    return send("/api/sources", HttpRequest.newBuilder().POST(BodyPublishers.ofString(json)))
        .body();
  }

  private String sources() throws Exception {
    return send("/api/sources", HttpRequest.newBuilder()).body();
  }

  private HttpResponse<String> send(String path, HttpRequest.Builder request) throws Exception {
    return world.send(service, path, request);
  }

  private List<String> urls() {
    return world.pages().stream().map(PageFetched::url).toList();
  }
}
