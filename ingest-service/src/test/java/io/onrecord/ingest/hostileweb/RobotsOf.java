package io.onrecord.ingest.hostileweb;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A robots.txt of every kind, and pages under /no/ that most of them forbid. */
final class RobotsOf extends FixedSite {
  /** What robots.txt is like. */
  enum Kind {
    DISALLOWS,
    GROUPS,
    WILDCARDS,
    SERVER_ERROR,
    MISSING,
    FORBIDDEN,
    HUGE,
    PAGE,
    SLOW_PACE,
    ELSEWHERE,
    ROUND,
    SILENT,
    MARKED,
    BINARY
  }

  private static final String NO = "User-agent: *\nDisallow: /no/\n";
  private final Kind kind;

  RobotsOf(Kind kind) {
    super(
        "robots-" + kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
        good(kind),
        List.of("/no/1", "/no/2"));
    this.kind = kind;
  }

  private static List<String> good(Kind kind) {
    return switch (kind) {
      case SERVER_ERROR, SILENT -> List.of();
      case MISSING, FORBIDDEN, PAGE, ROUND, BINARY -> List.of("/a", "/no/3");
      default -> List.of("/a", "/b");
    };
  }

  @Override
  void other(Wire wire) throws IOException {
    boolean elsewhere = kind == Kind.ELSEWHERE && wire.path().equals("/robots/really.txt");
    if (!wire.path().equals("/robots.txt") && !elsewhere) {
      wire.missing();
      return;
    }
    switch (kind) {
      case DISALLOWS -> wire.text(200, "text/plain", NO);
      case GROUPS ->
          wire.text(
              200,
              "text/plain",
              "User-agent: *\nDisallow: /\n\nUser-Agent: other\nUser-agent: OnRecord/2.0\n"
                  + "Disallow: /no/ # not here\nAllow: /\n\nUser-agent: third\nDisallow: /a\n");
      case WILDCARDS ->
          wire.text(200, "text/plain", "User-agent: onrecord\nDisallow: /*o/*$\nAllow: /a$\n");
      case SERVER_ERROR -> wire.text(500, "text/plain", "User-agent: *\nAllow: /\n");
      case MISSING -> wire.missing();
      case FORBIDDEN -> wire.text(403, "text/plain", NO);
      case HUGE -> wire.text(200, "text/plain", NO + "# so much to say\n".repeat(50_000));
      case PAGE -> wire.page("<!doctype html><title>Not found</title><p>Disallowed: nothing</p>");
      case SLOW_PACE -> wire.text(200, "text/plain", NO + "Crawl-delay: " + wish().toSeconds());
      case ELSEWHERE -> {
        if (elsewhere) {
          wire.text(200, "text/plain", NO);
        } else {
          wire.redirect(301, "/robots/really.txt");
        }
      }
      case ROUND -> wire.redirect(302, "/robots.txt");
      case SILENT -> wire.silence();
      case MARKED -> wire.text(200, "text/plain", "\ufeff" + NO.replace("\n", "\r"));
      case BINARY -> wire.send(200, Map.of("Content-Type", "text/plain"), new byte[100_000]);
    }
  }

  @Override
  void bad(Wire wire) throws IOException {
    wire.page(Site.page(label(), wire.path()));
  }

  @Override
  public boolean mayBeAsked(String path) {
    return switch (kind) {
      case SERVER_ERROR, SILENT -> path.equals("/robots.txt");
      case MISSING, FORBIDDEN, PAGE, ROUND, BINARY -> true;
      default -> !path.startsWith("/no/");
    };
  }

  @Override
  public List<Expected> expected() {
    List<Expected> all = new java.util.ArrayList<>(super.expected());
    if (mayBeAsked("/no/1")) {
      all.add(Expected.page("/no/1", Site.page(label(), "/no/1")));
      all.add(Expected.page("/no/2", Site.page(label(), "/no/2")));
    }
    return all;
  }

  @Override
  public Duration wish() {
    return kind == Kind.SLOW_PACE ? Duration.ofSeconds(12) : Duration.ZERO;
  }
}
