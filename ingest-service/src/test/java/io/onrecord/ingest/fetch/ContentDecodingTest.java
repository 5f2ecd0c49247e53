package io.onrecord.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdOutputStream;
import io.onrecord.ingest.VirtualWeb;
import io.onrecord.ingest.safety.CheckedResolver;
import io.onrecord.ingest.safety.NamedHosts;
import io.onrecord.ingest.safety.OwnNetwork;
import io.onrecord.ingest.url.WebUrl;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies as servers encode them, over a real connection. */
final class ContentDecodingTest {
  private static final String TEXT = "<p>Grüße, 访谈</p>".repeat(3);
  private static final byte[] BYTES = TEXT.getBytes(StandardCharsets.UTF_8);
  private static final int MOST = 100_000;

  /** {@link #TEXT} in brotli. */
  private static final byte[] BROTLI =
      Base64.getDecoder()
          .decode("G0EA+C0OeBOTpxtp/o13SgugkudoOH3K0BvRFfZXg8h98kq4F5awKkpoIf+K/TAA");

  /** Thirty million zeros in brotli. */
  private static final byte[] BROTLI_BOMB =
      HexFormat.of()
          .parseHex(
              "cbffff3ff82700e2b14020f7fe8fffff7ff04f00c4611180eefd1fffffffe09f0088c30200ddfbbffc1b4ec2"
                  + "3f01108705003abb49");

  private final VirtualWeb web = new VirtualWeb();
  private final HttpFetcher fetcher =
      HttpFetcher.whole(
          new CheckedResolver(
              SystemDefaultDnsResolver.INSTANCE, false, OwnNetwork.NONE, new NamedHosts()),
          "Test/1",
          new FetchLimits(
              Duration.ofSeconds(5), Duration.ofSeconds(3), Duration.ofSeconds(20), MOST));

  @AfterEach
  void close() {
    fetcher.close();
    web.close();
  }

  @Test
  void everyCodingThatIsAskedForIsRead() throws IOException {
    AtomicReference<String> asked = new AtomicReference<>();
    web.on(
        1,
        "/ask",
        e -> {
          asked.set(e.getRequestHeaders().getFirst("Accept-Encoding"));
          VirtualWeb.answer(e, 200, "text/html", TEXT);
        });
    assertText(fetcher.fetch(WebUrl.parse(web.url(1, "/ask")), Validators.NONE));
    assertThat(asked.get()).isEqualTo("gzip, deflate, br, zstd");
    assertText(fetch("gzip", gzip(BYTES)));
    assertText(fetch("X-GZIP", gzip(BYTES)));
    assertText(fetch("deflate", deflate(BYTES, false)));
    assertText(fetch("deflate", deflate(BYTES, true)));
    assertText(fetch("br", BROTLI));
    assertText(fetch("zstd", Zstd.compress(BYTES)));
    assertText(fetch("identity", BYTES));
    assertText(fetch("br, gzip", gzip(BROTLI)));
  }

  @Test
  void aFewBytesThatBecomeMillionsAreRefused() throws IOException {
    byte[] zeros = new byte[30_000_000];
    assertRefused(fetch("gzip", gzip(zeros)));
    assertRefused(fetch("gzip, gzip", gzip(gzip(zeros))));
    assertRefused(fetch("deflate", deflate(zeros, true)));
    assertRefused(fetch("br", BROTLI_BOMB));
    assertRefused(fetch("zstd", Zstd.compress(zeros)));
  }

  @Test
  void muchThatBecomesNothingIsRefused() throws IOException {
    ByteArrayOutputStream empty = new ByteArrayOutputStream();
    byte[] nothing = gzip(new byte[0]);
    while (empty.size() < MOST * 2) {
      empty.write(nothing);
    }
    assertRefused(fetch("gzip", empty.toByteArray()));
  }

  @Test
  void aWindowThatNoBrowserWouldHoldIsNotHeld() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZstdOutputStream zstd = new ZstdOutputStream(packed)) {
      zstd.setLong(26);
      zstd.write(new byte[70 << 20]);
    }
    assertThat(fetch("zstd", packed.toByteArray())).isInstanceOf(FetchOutcome.Failed.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate", "br", "zstd", "compress", "gzip, gzip, gzip, gzip"})
  void whatIsNotWhatItSaysIsAFailure(String coding) throws IOException {
    assertThat(fetch(coding, "plain <p>text</p> and no more".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(FetchOutcome.Failed.class);
  }

  @Test
  void whatBreaksOffIsAFailure() throws IOException {
    for (byte[] whole : new byte[][] {gzip(BYTES), Zstd.compress(BYTES), BROTLI}) {
      String coding = whole == BROTLI ? "br" : whole[0] == 0x1F ? "gzip" : "zstd";
      assertThat(fetch(coding, Arrays.copyOf(whole, whole.length - 12)))
          .as(coding)
          .isInstanceOf(FetchOutcome.Failed.class);
    }
  }

  private FetchOutcome fetch(String coding, byte[] body) {
    web.on(
        1,
        "/page",
        e -> {
          e.getResponseHeaders().set("Content-Type", "text/html");
          e.getResponseHeaders().set("Content-Encoding", coding);
          // Of no length, so that only what comes counts.
          e.sendResponseHeaders(200, 0);
          e.getResponseBody().write(body);
        });
    return fetcher.fetch(WebUrl.parse(web.url(1, "/page")), Validators.NONE);
  }

  private static void assertText(FetchOutcome outcome) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            FetchOutcome.Fetched.class,
            page -> assertThat(new String(page.bytes(), StandardCharsets.UTF_8)).isEqualTo(TEXT));
  }

  private static void assertRefused(FetchOutcome outcome) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            FetchOutcome.Refused.class,
            refused -> assertThat(refused.reason()).contains("more than 100000 bytes"));
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    return packed.toByteArray();
  }

  private static byte[] deflate(byte[] bytes, boolean raw) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, raw);
    deflater.setInput(bytes);
    deflater.finish();
    byte[] packed = new byte[bytes.length + 100];
    int length = deflater.deflate(packed);
    deflater.end();
    return Arrays.copyOf(packed, length);
  }
}
