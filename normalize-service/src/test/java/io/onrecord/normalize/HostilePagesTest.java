package io.onrecord.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.document.Document;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pages made to take time or memory cost no more of either than others of their size. */
final class HostilePagesTest {
  private static final int SHORT = 250_000;

  /** For a machine several times slower than ours, and for code that is not compiled yet. */
  private static final double MOST_SECONDS = 8;

  private static final Normalizer NORMALIZER = new Normalizer();

  @ParameterizedTest
  @EnumSource(HostilePages.class)
  void aQuarterMegabyteIsADocumentInSeconds(HostilePages kind) {
    assertThat(seconds(body(kind, SHORT), kind)).isLessThan(MOST_SECONDS);
  }

  /**
   * Prints for each kind of page how many seconds a megabyte costs, after a smaller one of it. In a
   * process with {@code -Xmx400m} and for {@code 10000000} this is the long form of the test.
   *
   * @param arguments how large the pages are
   */
  public static void main(String[] arguments) {
    int size = Integer.parseInt(arguments[0]);
    for (HostilePages kind : HostilePages.values()) {
      seconds(body(kind, SHORT), kind);
      byte[] body = body(kind, size);
      double perMegabyte = seconds(body, kind) * 1e6 / body.length;
      System.out.printf("%-24s %.3f s/MB%n", kind, perMegabyte);
    }
  }

  private static byte[] body(HostilePages kind, int size) {
    return kind.page(size).getBytes(StandardCharsets.UTF_8);
  }

  /** Of processor time. */
  private static double seconds(byte[] body, HostilePages kind) {
    RawPage page =
        RawPage.of(
            "https://harrow.example/page",
            Optional.of(kind.contentType()),
            Instant.parse("2026-01-01T00:00:00Z"),
            body);
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    Document document = NORMALIZER.normalize(page);
    assertThat(document.id()).isEqualTo(page.id());
    return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
  }
}
