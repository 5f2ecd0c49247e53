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
      for (Element meta : head.select("meta[name][content]")) {
        String name = meta.attr("name").strip().toLowerCase(Locale.ROOT);
        if (name.equals("robots") || name.equals(RobotsTxt.PRODUCT)) {
          tags.addAll(tags(meta.attr("content")));
        } else if (RIGHTS_METAS.contains(name) && !meta.attr("content").isBlank()) {
          rights.add(name + ": " + meta.attr("content").strip());
        }
      }
      head.select("link[rel~=(?i)^license$][href], a[rel~=(?i)(^|\\s)license(\\s|$)][href]")
          .forEach(link -> rights.add("license: " + link.attr("href").strip()));
      Element link = head.selectFirst("link[rel~=(?i)^canonical$][href]");
      canonical =
          canonical
              .or(() -> Optional.ofNullable(link).map(l -> l.attr("href").strip()))
              .filter(url -> !url.isEmpty());
    }
    tags.stream().filter(RIGHTS_TAGS::contains).forEach(tag -> rights.add("robots: " + tag));
    boolean noindex = tags.contains("noindex") || tags.contains("none");
    return new PageSignals(noindex, rights.stream().distinct().limit(30).toList(), canonical);
  }

  /** All names that matter are ASCII, which every charset of HTML but UTF-16 writes alike. */
  private static Document head(byte[] body) {
    int length = Math.min(body.length, HEAD);
    return Jsoup.parse(new String(body, 0, length, StandardCharsets.UTF_8));
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
