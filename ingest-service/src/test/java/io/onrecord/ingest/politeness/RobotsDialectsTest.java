package io.onrecord.ingest.politeness;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.ingest.url.WebUrl;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What files in the field look like, and how Google's open matcher and the examples of its
 * documentation decide; {@code ~} is a line feed, {@code ^} a carriage return.
 */
final class RobotsDialectsTest {

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      delimiterString = " | ",
      value = {
        // names of lines in any case, blanks around, line ends of all systems, marks at the start
        "USER-AGENT:onrecord~DISALLOW:/a | /a | false",
        "  user-agent :  onrecord  ~  disallow  :  /a   | /a | false",
        "User-agent: onrecord^Disallow: /a^ | /a | false",
        "User-agent: onrecord^~Disallow: /a^~ | /a | false",
        "\uFEFFUser-agent: onrecord~Disallow: /a | /a | false",
        "User-agent: onrecord # us~Disallow: /a # that | /a | false",
        // a group may have empty lines in it, and lines that nobody knows
        "User-agent: onrecord~~~Disallow: /a | /a | false",
        "User-agent: onrecord~Disallow: /b~~Disallow: /a | /a | false",
        "User-agent: onrecord~Unheard-of: x~Disallow: /a | /a | false",
        "User-agent: onrecord~Sitemap: http://h/s~User-agent: other~Disallow: /a | /a | false",
        "User-agent: onrecord~Crawl-delay: 1~User-agent: other~Disallow: /a | /a | false",
        // the name is a word: what follows it does not matter, what precedes does
        "User-agent: onrecord/2.0~Disallow: /a | /a | false",
        "User-agent: onrecord bot~Disallow: /a | /a | false",
        "User-agent: onrecording~Disallow: /a | /a | true",
        "User-agent: onrec~Disallow: /a | /a | true",
        "User-agent: not-onrecord~Disallow: /a | /a | true",
        "User-agent: *~Disallow: /~~User-agent: onrecord~Allow: / | /a | true",
        "User-agent: onrecord~Allow: /~~User-agent: *~Disallow: / | /a | true",
        "User-agent: onrecord~~User-agent: *~Disallow: / | /a | false",
        "User-agent: * x~Disallow: /a | /a | false",
        // spellings that are understood
        "useragent: onrecord~Disallow: /a | /a | false",
        "user agent: onrecord~Disallow: /a | /a | false",
        "User-agent: onrecord~disalow: /a | /a | false",
        "User-agent onrecord~Disallow /a | /a | false",
        // paths
        "User-agent: *~Disallow: /fish | /fish.html | false",
        "User-agent: *~Disallow: /fish | /Fish.asp | true",
        "User-agent: *~Disallow: /fish | /catfish | true",
        "User-agent: *~Disallow: /fish* | /fishheads/yummy.html | false",
        "User-agent: *~Disallow: /fish/ | /fish | true",
        "User-agent: *~Disallow: /fish/ | /fish/?id=x | false",
        "User-agent: *~Disallow: /*.php | /windows.PHP | true",
        "User-agent: *~Disallow: /*.php | /folder/any.php.file.html | false",
        "User-agent: *~Disallow: /*.php$ | /x.php5 | true",
        "User-agent: *~Disallow: /fish*.php | /fishheads/catfish.php?p | false",
        "User-agent: *~Disallow: /a$b | /a$bc | false",
        "User-agent: *~Disallow: /a%24b | /a$bc | false",
        "User-agent: *~Disallow: *a | /xa | false",
        "User-agent: *~Disallow: /$ | / | false",
        "User-agent: *~Disallow: /$ | /a | true",
        "User-agent: *~Disallow: ** | /a | false",
        "User-agent: *~Disallow: /a***b | /ab | false",
        "User-agent: *~Disallow: /a%2Fb | /a/b | true",
        "User-agent: *~Disallow: /a%2Fb | /a%2fb | false",
        "User-agent: *~Disallow: /%61 | /a | false",
        "User-agent: *~Disallow: /q?a=b&c | /q?a=b&c=d | false",
        // the longest rule wins, allow among equals
        "User-agent: *~Allow: /p~Disallow: / | /page | true",
        "User-agent: *~Allow: /folder~Disallow: /folder | /folder/page | true",
        "User-agent: *~Allow: /page~Disallow: /*.htm | /page.htm | false",
        "User-agent: *~Allow: /page~Disallow: /*.ph | /page.php5 | true",
        "User-agent: *~Allow: /$~Disallow: / | / | true",
        "User-agent: *~Allow: /$~Disallow: / | /page.htm | false",
        "User-agent: *~Disallow:~Allow: | /a | true"
      })
  void decidesAsGooglesMatcherDoes(String lines, String path, boolean allowed) {
    assertThat(read(lines).allows(WebUrl.parse("http://h" + path))).isEqualTo(allowed);
  }

  @Test
  void aRuleOfManyStarsCostsNoTime() {
    RobotsTxt robots = read("User-agent: *~Disallow: /" + "*a".repeat(500) + "b");
    String path = "/" + "a".repeat(1900);
    long before = System.nanoTime();
    assertThat(robots.allows(WebUrl.parse("http://h" + path))).isTrue();
    assertThat(System.nanoTime() - before).isLessThan(2_000_000_000L);
  }

  private static RobotsTxt read(String lines) {
    return RobotsTxt.read(
        "http://h/robots.txt",
        lines.replace('^', '\r').replace('~', '\n').getBytes(StandardCharsets.UTF_8));
  }
}
