package io.onrecord.standalone.cli;

import io.onrecord.ingest.source.Item;
import io.onrecord.ingest.warc.WarcArchive;
import io.onrecord.ingest.warc.WarcEntry;
import io.onrecord.ingest.warc.WarcPage;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Pushes the pages of a web archive to a running system, a few at a time. */
final class ArchiveUpload {
  private static final int LARGEST_PAGE = 16 << 20;
  private static final int AT_ONCE = 8;

  private final Terminal terminal;
  private final Api ingest;
  private final boolean json;
  private final Map<String, Integer> counts = new LinkedHashMap<>();

  ArchiveUpload(Terminal terminal, Api ingest, boolean json) {
    this.terminal = terminal;
    this.ingest = ingest;
    this.json = json;
    for (String word : new String[] {"published", "unchanged", "lost", "no page"}) {
      counts.put(word, 0);
    }
  }

  /** Pushes them; whether all that were there are kept. */
  boolean push(Item.ArchiveItem item) throws IOException {
    Semaphore room = new Semaphore(AT_ONCE);
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try (WarcArchive archive = WarcArchive.open(item.file(), LARGEST_PAGE)) {
      for (Optional<WarcEntry> entry = archive.next(); entry.isPresent(); entry = archive.next()) {
        switch (WarcPage.of(entry.get(), LARGEST_PAGE)) {
          case WarcPage.NoPage nothing -> count("no page");
          case WarcPage.Lost lost -> lost(item, lost.url(), lost.reason());
          case WarcPage.Page page -> {
            room.acquireUninterruptibly();
            threads.execute(
                () -> {
                  try {
                    push(item, page);
                  } finally {
                    room.release();
                  }
                });
          }
        }
        progress(item, archive.position(), archive.size());
      }
    } finally {
      await(threads);
    }
    terminal.clearProgress();
    if (!json) {
      terminal
          .out()
          .println(
              "%s: %,d published, %,d unchanged, %,d lost; %,d other records (requests, images, errors)"
                  .formatted(
                      item.name(),
                      counts.get("published"),
                      counts.get("unchanged"),
                      counts.get("lost"),
                      counts.get("no page")));
    }
    return counts.get("lost") == 0;
  }

  private void push(Item.ArchiveItem item, WarcPage.Page page) {
    Map<String, String> headers = new LinkedHashMap<>();
    page.contentLanguage().ifPresent(value -> headers.put("Content-Language", line(value)));
    page.validators().etag().ifPresent(value -> headers.put("ETag", line(value)));
    page.validators().lastModified().ifPresent(value -> headers.put("Last-Modified", line(value)));
    page.said().robots().stream()
        .findFirst()
        .ifPresent(value -> headers.put("X-Robots-Tag", line(value)));
    page.said()
        .rights()
        .forEach(right -> headers.put(right.split(": ", 2)[0], line(right.split(": ", 2)[1])));
    String path =
        "/api/pages?source=warc&captured=%s&url=%s"
            .formatted(page.at(), Api.encoded(page.url().value()));
    try {
      Api.Answer answer =
          ingest.post(
              path,
              line(page.contentType().orElse("application/octet-stream")),
              headers,
              page.body());
      if (!answer.isGood()) {
        lost(item, page.url().value(), answer.problem());
        return;
      }
      count(answer.json().path("result").asString());
      if (json) {
        synchronized (this) {
          terminal.out().println(answer.text());
        }
      }
    } catch (IOException | CommandFailedException | IllegalArgumentException e) {
      lost(item, page.url().value(), e.getMessage() + "; add the archive again");
    }
  }

  /** What a header may hold, of whatever a server sent. */
  private static String line(String value) {
    return value.replaceAll("[^\\x20-\\x7E]+", " ").strip();
  }

  private synchronized void lost(Item.ArchiveItem item, String url, String reason) {
    count("lost");
    terminal.clearProgress();
    terminal.err().println("%s: %s %s".formatted(item.name(), url, reason));
  }

  private synchronized void count(String word) {
    counts.merge(word, 1, Integer::sum);
  }

  private synchronized void progress(Item.ArchiveItem item, long at, long size) {
    terminal.progress(
        "%s: %,d pages, %d %%"
            .formatted(
                item.name(),
                counts.get("published") + counts.get("unchanged"),
                size == 0 ? 100 : at * 100 / size));
  }

  private static void await(ExecutorService threads) {
    threads.shutdown();
    try {
      threads.awaitTermination(2, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
