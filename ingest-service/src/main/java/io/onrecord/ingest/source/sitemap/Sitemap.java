package io.onrecord.ingest.source.sitemap;

import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.SiteMapURL;
import crawlercommons.sitemaps.UnknownFormatException;
import crawlercommons.sitemaps.extension.Extension;
import crawlercommons.sitemaps.extension.ExtensionMetadata;
import crawlercommons.sitemaps.extension.NewsAttributes;
import io.onrecord.ingest.url.Site;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a sitemap lists.
 *
 * @param pages in its order
 * @param sitemaps other sitemaps, of an index
 */
public record Sitemap(List<Listed> pages, List<Listed> sitemaps) {
  private static final Logger LOG = LoggerFactory.getLogger(Sitemap.class);

  /**
   * An address in a sitemap.
   *
   * @param url absolute
   * @param changed when it last changed, or for news came out
   */
  public record Listed(String url, Optional<Instant> changed) {}

  public Sitemap {
    pages = List.copyOf(pages);
    sitemaps = List.copyOf(sitemaps);
  }

  /** Whether it lists nothing. */
  public boolean isEmpty() {
    return pages.isEmpty() && sitemaps.isEmpty();
  }

  /**
   * Reads a sitemap, also compressed; a broken one as far as it goes; empty if it is none.
   *
   * @param address where it came from
   */
  public static Optional<Sitemap> read(byte[] bytes, String address) {
    SiteMapParser parser = new SiteMapParser(false, true);
    parser.setStrictNamespace(false);
    parser.enableExtension(Extension.NEWS);
    try {
      URL url = URI.create(address).toURL();
      return Optional.of(of(parser.parseSiteMap(bytes, url), url.getHost()));
    } catch (UnknownFormatException | MalformedURLException | IllegalArgumentException e) {
      LOG.atDebug().addKeyValue("url", address).setCause(e).log("sitemap.none");
      return Optional.empty();
    } catch (IOException e) {
      LOG.atDebug().addKeyValue("url", address).setCause(e).log("sitemap.broken");
      return Optional.empty();
    }
  }

  private static Sitemap of(AbstractSiteMap read, String host) {
    List<Listed> pages = new ArrayList<>();
    List<Listed> sitemaps = new ArrayList<>();
    if (read instanceof SiteMapIndex index) {
      for (AbstractSiteMap other : index.getSitemaps()) {
        add(other.getUrl(), instant(other.getLastModified()), host, sitemaps);
      }
    } else if (read instanceof SiteMap map) {
      for (SiteMapURL page : map.getSiteMapUrls()) {
        add(page.getUrl(), instant(page.getLastModified()).or(() -> news(page)), host, pages);
      }
    }
    return new Sitemap(pages, sitemaps);
  }

  private static void add(URL url, Optional<Instant> changed, String host, List<Listed> to) {
    if (Site.isSame(url.getHost(), host)) {
      to.add(new Listed(url.toString(), changed));
    }
  }

  private static Optional<Instant> news(SiteMapURL page) {
    ExtensionMetadata[] news = page.getAttributesForExtension(Extension.NEWS);
    if (news == null) {
      return Optional.empty();
    }
    for (ExtensionMetadata one : news) {
      if (one instanceof NewsAttributes article && article.getPublicationDateTime() != null) {
        return Optional.of(article.getPublicationDateTime().toInstant());
      }
    }
    return Optional.empty();
  }

  private static Optional<Instant> instant(java.util.@org.jspecify.annotations.Nullable Date date) {
    return Optional.ofNullable(date).map(java.util.Date::toInstant);
  }
}
