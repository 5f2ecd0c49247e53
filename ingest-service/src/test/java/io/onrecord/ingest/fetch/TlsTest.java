package io.onrecord.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.ingest.hostileweb.HostileDns;
import io.onrecord.ingest.hostileweb.TlsHost;
import io.onrecord.ingest.safety.CheckedResolver;
import io.onrecord.ingest.safety.NamedHosts;
import io.onrecord.ingest.safety.OwnNetwork;
import io.onrecord.ingest.url.WebUrl;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Who cannot prove its name is never asked for anything. The hosts' certificates are of an
 * authority that this test trusts, so that each is refused for its own fault alone.
 */
final class TlsTest {
  @TempDir private Path folder;
  private final Properties before = (Properties) System.getProperties().clone();

  @BeforeEach
  void trustTheAuthority() throws IOException {
    Path trusted = folder.resolve("trusted.p12");
    try (InputStream store = TlsHost.store("trusted")) {
      Files.copy(store, trusted);
    }
    System.setProperty("javax.net.ssl.trustStore", trusted.toString());
    System.setProperty("javax.net.ssl.trustStoreType", "PKCS12");
    System.setProperty("javax.net.ssl.trustStorePassword", new String(TlsHost.PASSWORD));
  }

  @AfterEach
  void trustAsBefore() {
    System.setProperties(before);
  }

  @Test
  void aSoundCertificateIsTrusted() {
    try (TlsHost host = new TlsHost("sound")) {
      assertThat(fetch(host, "sound")).isInstanceOf(FetchOutcome.Fetched.class);
      assertThat(host.requests()).containsExactly("GET /page HTTP/1.1");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"expired", "wrong-name", "self-signed"})
  void whoCannotProveItsNameIsNotAsked(String label) {
    try (TlsHost host = new TlsHost(label)) {
      FetchOutcome outcome = fetch(host, label);
      assertThat(outcome)
          .isInstanceOfSatisfying(
              FetchOutcome.Failed.class,
              failed -> assertThat(failed.reason()).contains("cannot be trusted"));
      assertThat(host.requests()).as("the server's own log").isEmpty();
    }
  }

  private static FetchOutcome fetch(TlsHost host, String label) {
    FetchLimits limits =
        new FetchLimits(
            Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(20), 100_000);
    CheckedResolver resolver =
        new CheckedResolver(
            new HostileDns(), true, OwnNetwork.parse("127.2.0.0/16"), new NamedHosts());
    String url = "https://%s%s:%d/page".formatted(label, HostileDns.DOMAIN, host.port());
    try (HttpFetcher fetcher = HttpFetcher.whole(resolver, "Test/1", limits)) {
      return fetcher.fetch(WebUrl.parse(url), Validators.NONE);
    }
  }
}
