package io.onrecord.benchmarks.extraction;

import io.onrecord.event.Sha256;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * A page and what a person found in it.
 *
 * @param body the whole content; empty where only passages are given
 * @param with passages of the content
 * @param without passages that are not content
 * @param type of page, where the set tells
 */
record GoldPage(
    String set,
    String id,
    String url,
    String type,
    String script,
    String body,
    List<String> with,
    List<String> without,
    Path html) {

  /** How many shares the pages are dealt into; share 0 is never trained or tuned on. */
  static final int SHARES = 10;

  /**
   * The site, since pages of one site look alike, whatever the name of the machine; the page itself
   * where the address is made up.
   */
  String site() {
    try {
      String host = URI.create(url).getHost();
      return host == null || host.equals("fakehost") ? id : registered(host);
    } catch (IllegalArgumentException badAddress) {
      return id;
    }
  }

  /** {@code news.example.com} is {@code example.com}, {@code www.example.co.uk} stays whole. */
  private static String registered(String host) {
    String[] labels = host.split("\\.");
    int n = labels.length;
    boolean second = n > 2 && labels[n - 1].length() == 2 && labels[n - 2].length() <= 3;
    int keep = Math.min(n, second ? 3 : 2);
    return String.join(".", List.of(labels).subList(n - keep, n));
  }

  /** The share that the page's site falls into, the same on every machine. */
  int share() {
    return Integer.parseInt(Sha256.hex(site()).substring(0, 6), 16) % SHARES;
  }

  /** The fold of cross-validation that the page's site falls into. */
  int fold() {
    return share() % Lessons.FOLDS;
  }

  boolean heldOut() {
    return share() == 0;
  }

  static String spaced(String text) {
    return text.replaceAll("(?U)\\s+", " ").strip();
  }
}
