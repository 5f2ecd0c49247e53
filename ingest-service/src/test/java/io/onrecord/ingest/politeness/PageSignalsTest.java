package io.onrecord.ingest.politeness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.ingest.fetch.ResponseHeaders;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PageSignalsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "noindex | true",
        "NONE | true",
        "noindex, nofollow | true",
        "nofollow, noai | false",
        "otherbot: noindex | false",
        "onrecord: noindex | true",
        "unavailable_after: 25 Jun 2030 15:00:00 PST | false"
      })
  void aRobotsTagForbidsKeeping(String tag, boolean forbids) {
    ResponseHeaders said =
        new ResponseHeaders(Optional.empty(), List.of(tag), List.of(), List.of());
    assertThat(PageSignals.read("<p>".getBytes(UTF_8), Optional.empty(), said, List.of()).noindex())
        .isEqualTo(forbids);
  }

  @Test
  void metaTagsAndLinks() {
    PageSignals signals =
        read(
            """
            <html><head><META NAME="Robots" CONTENT="noai, noimageai"><meta name="tdm-reservation" content="1">
            <link rel="license" href="https://terms.example/1"><link rel="Canonical" href="/own"></head>\
            """);
    assertThat(signals.noindex()).isFalse();
    assertThat(signals.canonical()).contains("/own");
    assertThat(signals.rights())
        .containsExactly(
            "tdm-reservation: 1",
            "license: https://terms.example/1",
            "robots: noai",
            "robots: noimageai");
  }

  @Test
  void aCanonicalLinkInAHeaderCountsFirst() {
    ResponseHeaders said =
        new ResponseHeaders(
            Optional.empty(),
            List.of(),
            List.of(
                "<https://a.example/next>; rel=next", "<https://a.example/own>; rel=\"canonical\""),
            List.of());
    assertThat(
            PageSignals.read(
                    "<link rel=canonical href=/x>".getBytes(UTF_8),
                    Optional.empty(),
                    said,
                    List.of())
                .canonical())
        .contains("https://a.example/own");
  }

  private static PageSignals read(String html) {
    return PageSignals.read(
        html.getBytes(UTF_8), Optional.of("text/html"), ResponseHeaders.NONE, List.of());
  }
}
