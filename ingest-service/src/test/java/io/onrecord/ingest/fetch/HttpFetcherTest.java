package io.onrecord.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.ingest.fetch.FetchOutcome.Failed;
import io.onrecord.ingest.fetch.FetchOutcome.Fetched;
import io.onrecord.ingest.fetch.FetchOutcome.NotModified;
import io.onrecord.ingest.fetch.FetchOutcome.Refused;
import io.onrecord.ingest.safety.CheckedResolver;
import io.onrecord.ingest.safety.NamedHosts;
import io.onrecord.ingest.safety.OwnNetwork;
import io.onrecord.ingest.url.WebUrl;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalInt;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HttpFetcherTest {
  private static final FetchLimits LIMITS =
      new FetchLimits(Duration.ofSeconds(5), Duration.ofSeconds(3), Duration.ofSeconds(6), 100_000);

  private final HostileServer server = new HostileServer();
  private final HttpFetcher fetcher =
      HttpFetcher.whole(
          new CheckedResolver(
              SystemDefaultDnsResolver.INSTANCE, false, OwnNetwork.NONE, new NamedHosts()),
          "Test/1",
          LIMITS);

  @AfterEach
  void close() {
    fetcher.close();
    server.close();
  }

  @Test
  void aPageComesWithItsContentTypeAsSent() {
    Fetched page = (Fetched) fetch("/page");
    assertThat(new String(page.bytes(), StandardCharsets.UTF_8)).isEqualTo("<p>page</p>");
    assertThat(page.contentType()).contains("text/html; charset=GB2312");
    assertThat(page.finalUrl()).isEqualTo(server.url("/page"));
    assertThat(server.agents).containsExactly("Test/1");
    assertThat(((Fetched) fetch("/untyped")).contentType()).isEmpty();
  }

  @Test
  void aRedirectIsFollowedAndTheLastUrlKept() {
    assertThat(((Fetched) fetch("/moved")).finalUrl()).isEqualTo(server.url("/page"));
  }

  @ParameterizedTest
  @CsvSource({
    "/missing, 404, answered 404 Not Found",
    "/broken, 500, answered 500 Internal Server Error",
    "/busy, 429, answered 429 Too Many Requests",
    "/login, 403, answered 403 Forbidden"
  })
  void aStatusThatIsNoPageIsAFailure(String path, int status, String reason) {
    Failed failed = (Failed) fetch(path);
    assertThat(failed.status()).isEqualTo(OptionalInt.of(status));
    assertThat(failed.reason()).isEqualTo(reason);
    assertThat(failed.remedy()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({
    "/loop, redirects in a circle",
    "/chain, redirects more than 10 times",
    "/tojunk, redirects to a bad URL",
    "/silent, sent nothing for 3 s",
    "/drip, took longer than 6 s",
    "/truncated, broke off"
  })
  @Timeout(120)
  void whatNeverEndsIsEnded(String path, String reason) {
    assertThat(((Failed) fetch(path)).reason()).startsWith(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "/empty, is empty",
    "/declared, 'has 10000000 bytes, and a page may have 100000'",
    "/endless, 'has more than 100000 bytes, and a page may have 100000'",
    "/bomb, 'has more than 100000 bytes, and a page may have 100000'",
    "/away, '192.0.2.7, a reserved address, which is not fetched from'",
    "/metadata, '169.254.169.254, a link-local address, which is not fetched from'",
    "/tofile, redirects to file:///etc/hostname"
  })
  void whatIsNotWantedIsRefused(String path, String reason) {
    assertThat(((Refused) fetch(path)).reason()).isEqualTo(reason);
  }

  @Test
  void aCompressedBodyIsDecoded() {
    assertThat(((Fetched) fetch("/gzip")).bytes()).hasSize(1000);
  }

  @Test
  void aPageThatHasNotChangedIsNotSentAgain() {
    Fetched page = (Fetched) fetch("/etag");
    WebUrl url = WebUrl.parse(server.url("/etag"));
    assertThat(fetcher.fetch(url, page.validators())).isInstanceOf(NotModified.class);
  }

  @Test
  void aClosedPortIsAFailure() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    WebUrl url = WebUrl.parse("http://127.0.0.1:" + port + "/");
    assertThat(((Failed) fetcher.fetch(url, Validators.NONE)).reason())
        .isEqualTo("refused the connection");
  }

  private FetchOutcome fetch(String path) {
    return fetcher.fetch(WebUrl.parse(server.url(path)), Validators.NONE);
  }
}
