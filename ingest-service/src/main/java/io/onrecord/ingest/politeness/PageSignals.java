package io.onrecord.ingest.politeness;

import io.onrecord.ingest.fetch.ResponseHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a page and its headers say to robots.
 *
 * @param noindex whether it must not be kept ({@code noindex}, {@code none})
 * @param rights what it says about its use, a {@code name: value} each
 * @param canonical the address that it names as its own, as written
 */
public record PageSignals(boolean noindex, List<String> rights, Optional<String> canonical) {
  private static final int HEAD = 64 << 10;
  private static final Set<String> RIGHTS_TAGS =
      Set.of("noai", "noimageai", "noarchive", "nosnippet", "nocache", "notranslate");
  private static final List<String> MARKS =
      List.of(
          "canonical",
          "license",
          "robots",
          "tdm-",
          "content-signal",
          "content-usage",
          "rights",
          RobotsTxt.PRODUCT);
  private static final Set<String> RIGHTS_METAS =
      Set.of(
          "tdm-reservation",
          "tdm-policy",
          "content-signal",
          "content-usage",
          "dcterms.rights",
          "dc.rights");

  public PageSignals {
    rights = List.copyOf(rights);
  }

  /** Reads them; only a page of HTML has any but its headers'. */
  public static PageSignals read(
      byte[] body, Optional<String> contentType, ResponseHeaders said, List<String> robotsTxt) {
    List<String> rights = new ArrayList<>(robotsTxt);
    rights.addAll(said.rights());
    List<String> tags = new ArrayList<>();
    said.robots().forEach(value -> tags.addAll(tags(value)));
    Optional<String> canonical =
        said.links().stream().flatMap(link -> canonical(link).stream()).findFirst();
    String type = contentType.orElse("text/html").toLowerCase(Locale.ROOT);
    if (type.contains("html") || type.contains("xml")) {
      Document head = head(body);
      Optional<String> link = Optional.empty();
      for (Element element : head.getAllElements()) {
        switch (element.normalName()) {
          case "meta" -> meta(element, tags, rights);
          case "link", "a" -> {
            List<String> relations = relations(element);
            if (relations.contains("license")) {
              rights.add("license: " + element.attr("href").strip());
            }
            if (link.isEmpty()
                && element.normalName().equals("link")
                && relations.equals(List.of("canonical"))) {
              link = Optional.of(element.attr("href").strip());
            }
          }
          default -> {}
        }
      }
      Optional<String> named = link;
      canonical = canonical.or(() -> named).filter(url -> !url.isEmpty());
    }
    tags.stream().filter(RIGHTS_TAGS::contains).forEach(tag -> rights.add("robots: " + tag));
    boolean noindex = tags.contains("noindex") || tags.contains("none");
    return new PageSignals(noindex, rights.stream().distinct().limit(30).toList(), canonical);
  }

  private static void meta(Element meta, List<String> tags, List<String> rights) {
    String name = meta.attr("name").strip().toLowerCase(Locale.ROOT);
    String content = meta.attr("content");
    if (name.equals("robots") || name.equals(RobotsTxt.PRODUCT)) {
      tags.addAll(tags(content));
    } else if (RIGHTS_METAS.contains(name) && !content.isBlank()) {
      rights.add(name + ": " + content.strip());
    }
  }

  /** Of a link that leads anywhere, in small letters. */
  private static List<String> relations(Element link) {
    String rel = link.attr("rel");
    return rel.isEmpty() || !link.hasAttr("href")
        ? List.of()
        : List.of(rel.strip().toLowerCase(Locale.ROOT).split("\\s+"));
  }

  /**
   * All names that matter are ASCII, which every charset of HTML but UTF-16 writes alike. What is
   * behind the head is looked at only if one of them is in it, where they matter.
   */
  private static Document head(byte[] body) {
    int length = Math.min(body.length, HEAD);
    String small =
        new String(body, 0, length, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    int end = small.indexOf("<body"); // a letter a byte, so it is as far in the bytes
    int read = end >= 0 && !speaksBehind(small, end) ? end : length;
    return Jsoup.parse(new String(body, 0, read, StandardCharsets.UTF_8));
  }

  /** Links say one thing that matters, elements of the head that stand behind it may say more. */
  private static boolean speaksBehind(String small, int end) {
    if (small.indexOf("license", end) > 0) {
      return true;
    }
    boolean hasElements = small.indexOf("<meta", end) > 0 || small.indexOf("<link", end) > 0;
    return hasElements && MARKS.stream().anyMatch(mark -> small.indexOf(mark, end) > 0);
  }

  /** The tags of a value that are for everybody or for us: {@code otherbot: noindex} is not. */
  private static List<String> tags(String value) {
    String all = value.toLowerCase(Locale.ROOT).strip();
    int colon = all.indexOf(':');
    if (colon > 0
        && all.substring(0, colon).matches("[\\w.-]+")
        && !all.startsWith("unavailable_after")
        && !all.startsWith("max-")) {
      if (!all.substring(0, colon).equals(RobotsTxt.PRODUCT)) {
        return List.of();
      }
      all = all.substring(colon + 1);
    }
    return Arrays.stream(all.split(",")).map(String::strip).toList();
  }

  private static Optional<String> canonical(String link) {
    int end = link.indexOf('>');
    return link.strip().startsWith("<")
            && end > 0
            && link.substring(end)
                .toLowerCase(Locale.ROOT)
                .matches(".*rel\\s*=\\s*\"?canonical\"?.*")
        ? Optional.of(link.substring(link.indexOf('<') + 1, end).strip())
        : Optional.empty();
  }
}
