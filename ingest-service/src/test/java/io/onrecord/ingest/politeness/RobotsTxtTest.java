package io.onrecord.ingest.politeness;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.ingest.url.WebUrl;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9309, section by section. */
final class RobotsTxtTest {

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      delimiterString = " | ",
      value = {
        // 2.2.1: groups, and matching of the product token without regard to case
        "User-agent: *~Disallow: / | /a | false",
        "User-agent: ONRECORD~Disallow: /a~~User-agent: *~Disallow: / | /b | true",
        "User-agent: OnRecord~Disallow: /a~~User-agent: *~Allow: / | /a | false",
        "User-agent: onrecord~Disallow: /a~~User-agent: onrecord~Disallow: /b | /a | false",
        "User-agent: onrecord~Disallow: /a~~User-agent: onrecord~Disallow: /b | /b | false",
        "User-agent: other~User-agent: onrecord~Disallow: /a | /a | false",
        "User-agent: other~Disallow: / | /a | true",
        "Disallow: / | /a | true",
        // 2.2.2: the longest match decides, allow wins a tie, matching regards case
        "User-agent: *~Disallow: /a~Allow: /a/b | /a/b/c | true",
        "User-agent: *~Allow: /a~Disallow: /a/b | /a/b/c | false",
        "User-agent: *~Disallow: /a~Allow: /a | /a | true",
        "User-agent: *~Disallow: /A | /a | true",
        "User-agent: *~Disallow: | /a | true",
        "User-agent: *~Disallow: /a%3Cd%3E | /a%3cd%3e | false",
        "User-agent: *~Disallow: /访谈 | /%E8%AE%BF%E8%B0%88/1 | false",
        // 2.2.2: /robots.txt itself is always allowed
        "User-agent: *~Disallow: / | /robots.txt | true",
        // 2.2.3: special characters
        "User-agent: *~Disallow: /*.php$ | /a/b.php | false",
        "User-agent: *~Disallow: /*.php$ | /a/b.php?x | true",
        "User-agent: *~Disallow: /a*b | /axxbyy | false",
        "User-agent: *~Disallow: /a # why | /a | false",
        "User-agent: *~Disallow: /*?print= | /x?print=1 | false",
        // 2.2.4: other records do not break a group
        "User-agent: *~Sitemap: http://h/s.xml~Disallow: /a | /a | false",
        "User-agent: *~Crawl-delay: 5~Disallow: /a | /a | false"
      })
  void decidesAsTheStandardSays(String lines, String path, boolean allowed) {
    assertThat(read(lines).allows(WebUrl.parse("http://h" + path))).isEqualTo(allowed);
  }

  @Test
  void saysHowLongToWaitAndWhereTheSitemapsAre() {
    RobotsTxt robots =
        read("User-agent: *~Crawl-delay: 2.5~Sitemap: /s.xml~sitemap: https://other/t.xml");
    assertThat(robots.crawlDelay()).contains(Duration.ofMillis(2500));
    assertThat(robots.sitemaps())
        .containsExactlyInAnyOrder("http://h/s.xml", "https://other/t.xml");
    assertThat(read("User-agent: *~Disallow: /a").crawlDelay()).isEmpty();
    assertThat(read("User-agent: *~Crawl-delay: 99999999").crawlDelay())
        .contains(Duration.ofMinutes(10));
  }

  @Test
  void whatIsNoRobotsTxtForbidsNothing() {
    assertThat(read("<html><body>not found</body></html>").allows(WebUrl.parse("http://h/a")))
        .isTrue();
    assertThat(
            RobotsTxt.read("http://h/robots.txt", new byte[] {0, 1, (byte) 0xFF})
                .allows(WebUrl.parse("http://h/")))
        .isTrue();
  }

  @Test
  void readsFiveHundredKibibytesAndNoMore() {
    String early = "User-agent: *\nDisallow: /a\n";
    String filler = "# filler\n".repeat(RobotsTxt.MOST_BYTES / 9 + 1);
    RobotsTxt robots =
        RobotsTxt.read(
            "http://h/robots.txt",
            (early + filler + "Disallow: /b\n").getBytes(StandardCharsets.UTF_8));
    assertThat(robots.allows(WebUrl.parse("http://h/a"))).isFalse();
    assertThat(robots.allows(WebUrl.parse("http://h/b"))).isTrue();
  }

  private static RobotsTxt read(String lines) {
    return RobotsTxt.read(
        "http://h/robots.txt", lines.replace('~', '\n').getBytes(StandardCharsets.UTF_8));
  }
}
