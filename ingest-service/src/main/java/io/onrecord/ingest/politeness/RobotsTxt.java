package io.onrecord.ingest.politeness;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import io.onrecord.ingest.url.WebUrl;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a robots.txt says to us. Immutable. */
public final class RobotsTxt {
  /** The name that groups of rules address us by; it is the first word of our User-Agent. */
  public static final String PRODUCT = "onrecord";

  /** RFC 9309, section 2.5: at least 500 KiB must be read; the rest may be left. */
  public static final int MOST_BYTES = 512 << 10;

  /** There is none, which allows everything. */
  public static final RobotsTxt ABSENT =
      new RobotsTxt(new SimpleRobotRules(RobotRulesMode.ALLOW_ALL));

  /** It cannot be had, which allows nothing. */
  public static final RobotsTxt UNREACHABLE =
      new RobotsTxt(new SimpleRobotRules(RobotRulesMode.ALLOW_NONE));

  /** A longer wish is taken as this much: it says "rarely", not "never". */
  private static final Duration LONGEST_DELAY = Duration.ofMinutes(10);

  /** Lines that say what may be done with the pages, whoever asks. */
  private static final Pattern SIGNAL =
      Pattern.compile(
          "(?im)^\\s*(content-signal|content-usage|license)\\s*:\\s*(\\S[^\\r\\n#]{0,300})");

  private final SimpleRobotRules rules;
  private final List<String> rights;

  private RobotsTxt(SimpleRobotRules rules) {
    this(rules, List.of());
  }

  private RobotsTxt(SimpleRobotRules rules, List<String> rights) {
    this.rules = rules;
    this.rights = rights;
  }

  /**
   * Reads one.
   *
   * @param url where it was found; relative sitemaps are resolved against it
   * @param bytes as sent; more than {@link #MOST_BYTES} are not looked at
   */
  public static RobotsTxt read(String url, byte[] bytes) {
    byte[] read = bytes.length > MOST_BYTES ? Arrays.copyOf(bytes, MOST_BYTES) : bytes;
    SimpleRobotRulesParser parser = new SimpleRobotRulesParser(Long.MAX_VALUE, 0);
    List<String> rights =
        SIGNAL
            .matcher(new String(read, StandardCharsets.UTF_8))
            .results()
            .map(m -> m.group(1).toLowerCase(Locale.ROOT) + ": " + m.group(2).strip())
            .distinct()
            .limit(20)
            .toList();
    return new RobotsTxt(
        parser.parseContent(url, RobotsLines.respelled(read), "text/plain", List.of(PRODUCT)),
        rights);
  }

  /** What it says about the use of the site's pages, a {@code name: value} each. */
  public List<String> rights() {
    return rights;
  }

  /** Whether we may fetch this. */
  public boolean allows(WebUrl url) {
    return rules.isAllowed(
        "%s://%s%s".formatted(url.scheme(), url.authority(), url.pathAndQuery()));
  }

  /** How long to wait between two requests, if it says. */
  public Optional<Duration> crawlDelay() {
    long millis = rules.getCrawlDelay();
    return millis == BaseRobotRules.UNSET_CRAWL_DELAY || millis < 0
        ? Optional.empty()
        : Optional.of(Duration.ofMillis(Math.min(millis, LONGEST_DELAY.toMillis())));
  }

  /** The sitemaps that it names, absolute. */
  public List<String> sitemaps() {
    return List.copyOf(rules.getSitemaps());
  }
}
