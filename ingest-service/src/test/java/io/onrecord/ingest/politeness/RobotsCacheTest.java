package io.onrecord.ingest.politeness;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.onrecord.ingest.fetch.FetchLimits;
import io.onrecord.ingest.fetch.HttpFetcher;
import io.onrecord.ingest.url.WebUrl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RobotsCacheTest {
  private final AtomicInteger asked = new AtomicInteger();
  private volatile int status = 200;
  private volatile String body = "User-agent: *\nDisallow: /private\n";
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private HttpServer server;
  private HttpFetcher fetcher;
  private RobotsCache cache;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/robots.txt",
        exchange -> {
          asked.incrementAndGet();
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    Duration second = Duration.ofSeconds(5);
    fetcher =
        HttpFetcher.cropping(
            SystemDefaultDnsResolver.INSTANCE,
            "Test/1",
            new FetchLimits(second, second, second, RobotsTxt.MOST_BYTES));
    cache =
        new RobotsCache(
            fetcher,
            new Clock() {
              @Override
              public Instant instant() {
                return now;
              }

              @Override
              public ZoneId getZone() {
                return ZoneOffset.UTC;
              }

              @Override
              public Clock withZone(ZoneId zone) {
                return this;
              }
            });
  }

  @AfterEach
  void stop() {
    fetcher.close();
    server.stop(0);
  }

  @Test
  void isFetchedOncePerDayAndSite() {
    assertThat(allows("/private/a")).isFalse();
    assertThat(allows("/public")).isTrue();
    assertThat(asked).hasValue(1);
    now = now.plus(Duration.ofHours(25));
    assertThat(allows("/public")).isTrue();
    assertThat(asked).hasValue(2);
  }

  @ParameterizedTest
  @CsvSource({
    "404, true",
    "403, true",
    "401, true",
    "410, true",
    "429, false",
    "500, false",
    "503, false"
  })
  void aStatusSaysWhatIsAllowed(int answered, boolean allowed) {
    status = answered;
    assertThat(allows("/public")).isEqualTo(allowed);
  }

  @Test
  void oneThatCouldNotBeHadIsAskedForAgainSoon() {
    status = 503;
    assertThat(allows("/public")).isFalse();
    status = 200;
    assertThat(allows("/public")).isFalse();
    now = now.plus(Duration.ofMinutes(6));
    assertThat(allows("/public")).isTrue();
    assertThat(asked).hasValue(2);
  }

  @Test
  void aSiteThatDoesNotAnswerIsLeftAlone() {
    server.stop(0);
    assertThat(allows("/public")).isFalse();
  }

  @Test
  void oneThatRedirectsMoreThanFiveTimesIsNone() {
    server.removeContext("/robots.txt");
    server.createContext("/robots.txt", this::redirect);
    assertThat(allows("/private")).isTrue();
    assertThat(asked).hasValue(6);
  }

  @Test
  void whatIsAnsweredWithRetryAfterAsksForSilence() {
    server.removeContext("/robots.txt");
    server.createContext(
        "/robots.txt",
        exchange -> {
          exchange.getResponseHeaders().set("Retry-After", "120");
          exchange.sendResponseHeaders(429, -1);
          exchange.close();
        });
    Clock still = Clock.fixed(now, ZoneOffset.UTC);
    HostPaces paces = new HostPaces(still, Duration.ofSeconds(1));
    WebUrl url = WebUrl.parse("http://127.0.0.1:" + server.getAddress().getPort() + "/a");
    paces.tryBegin(url.authority());
    assertThat(new RobotsCache(fetcher, paces, still).of(url).allows(url)).isFalse();
    paces.answered(url.authority(), Optional.empty());
    assertThat(paces.rests(url.authority())).contains(now.plusSeconds(120));
  }

  private void redirect(HttpExchange exchange) throws IOException {
    asked.incrementAndGet();
    exchange.getResponseHeaders().set("Location", exchange.getRequestURI() + "/on");
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  @Test
  void anEmptyOneForbidsNothing() {
    body = "";
    assertThat(allows("/private")).isTrue();
  }

  private boolean allows(String path) {
    WebUrl url = WebUrl.parse("http://127.0.0.1:" + server.getAddress().getPort() + path);
    return cache.of(url).allows(url);
  }
}
