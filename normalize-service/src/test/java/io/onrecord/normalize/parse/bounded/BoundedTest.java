package io.onrecord.normalize.parse.bounded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onrecord.normalize.parse.Source;
import io.onrecord.normalize.parse.UnreadablePageException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class BoundedTest {
  private static final Source SOURCE =
      new Source(
          "https://a.example/f.pdf",
          "https://a.example/f.pdf",
          Optional.empty(),
          Optional.empty(),
          Instant.EPOCH);

  @Test
  void endlessParsersCostOnePageAndEndByThemselves() throws Exception {
    CountDownLatch ended = new CountDownLatch(1);
    assertThatThrownBy(
            () ->
                Bounded.read(
                    "PDF", new byte[1], SOURCE, Duration.ofMillis(50), () -> endless(ended)))
        .isInstanceOf(UnreadablePageException.class)
        .hasMessageStartingWith("https://a.example/f.pdf: the PDF takes more than");
    assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
  }

  private static int endless(CountDownLatch ended) {
    try {
      while (true) {
        Bounded.check();
      }
    } finally {
      ended.countDown();
    }
  }

  @Test
  void parsersThatOverflowTheirStackCostOnePage() {
    assertThatThrownBy(() -> Bounded.read("Office file", new byte[1], SOURCE, () -> deep(0)))
        .isInstanceOf(UnreadablePageException.class)
        .hasMessage("https://a.example/f.pdf: the Office file is nested too deep");
  }

  private static int deep(int n) {
    return n < 0 ? 0 : deep(n + 1) + 1;
  }

  @Test
  void largeFilesAreRefusedUnread() {
    byte[] large = new byte[Bounded.MOST_BYTES + 1];
    assertThatThrownBy(() -> Bounded.read("PDF", large, SOURCE, () -> 1))
        .isInstanceOf(UnreadablePageException.class)
        .hasMessage("https://a.example/f.pdf: the PDF is larger than 64 MB");
  }
}
