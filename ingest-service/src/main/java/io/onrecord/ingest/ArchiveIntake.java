package io.onrecord.ingest;

import io.onrecord.ingest.api.PushedPage;
import io.onrecord.ingest.source.Item;
import io.onrecord.ingest.warc.WarcArchive;
import io.onrecord.ingest.warc.WarcEntry;
import io.onrecord.ingest.warc.WarcPage;
import io.onrecord.ingest.watch.ArchiveDrop;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Takes in the pages of an archive, one record in memory at a time; the publisher lets nobody run
 * far ahead. A second run finds everything unchanged.
 */
final class ArchiveIntake {
  /** The source that pages of archives are of. */
  static final String SOURCE = "warc";

  private static final String REMEDY = "take it from another copy, or fetch it anew";

  private final Intake intake;
  private final int maxBytes;

  ArchiveIntake(Intake intake, int maxBytes) {
    this.intake = intake;
    this.maxBytes = maxBytes;
  }

  /** An archive that was dropped into a watched folder; its pages are of that source. */
  CompletableFuture<ArchiveDrop.Taken> dropped(Path file, String source) {
    List<CompletableFuture<IngestResult>> results = new ArrayList<>();
    take(new Item.ArchiveItem(file.toString(), file), source, results::add);
    return CompletableFuture.allOf(results.toArray(CompletableFuture[]::new))
        .thenApply(
            all -> {
              List<IngestResult> lost =
                  results.stream().map(CompletableFuture::join).filter(r -> !r.isKept()).toList();
              int published =
                  (int)
                      results.stream()
                          .map(CompletableFuture::join)
                          .filter(IngestResult.Published.class::isInstance)
                          .count();
              return new ArchiveDrop.Taken(
                  published,
                  lost.stream()
                      .findFirst()
                      .map(
                          first ->
                              "of it %d are lost, first %s"
                                  .formatted(lost.size(), first.message())));
            });
  }

  /** Hands on a result for each page and for each that is lost, in order. */
  void take(Item.ArchiveItem item, Consumer<CompletableFuture<IngestResult>> results) {
    take(item, SOURCE, results);
  }

  private void take(
      Item.ArchiveItem item, String source, Consumer<CompletableFuture<IngestResult>> results) {
    boolean isEmpty = true;
    try (WarcArchive archive = WarcArchive.open(item.file(), maxBytes)) {
      for (Optional<WarcEntry> entry = archive.next(); entry.isPresent(); entry = archive.next()) {
        Optional<CompletableFuture<IngestResult>> result =
            take(item, source, WarcPage.of(entry.get(), maxBytes));
        result.ifPresent(results);
        isEmpty &= result.isEmpty();
      }
    } catch (IOException e) {
      results.accept(
          done(
              new IngestResult.Failed(
                  item.name(), "cannot be read on: " + e.getMessage(), "check the disk")));
      return;
    }
    if (isEmpty) {
      results.accept(
          done(new IngestResult.Refused(item.name(), "is an archive without pages", REMEDY)));
    }
  }

  private Optional<CompletableFuture<IngestResult>> take(
      Item.ArchiveItem item, String source, WarcPage found) {
    return switch (found) {
      case WarcPage.NoPage nothing -> Optional.empty();
      case WarcPage.Lost lost ->
          Optional.of(
              done(
                  new IngestResult.Failed(item.name() + ": " + lost.url(), lost.reason(), REMEDY)));
      case WarcPage.Page page ->
          Optional.of(
              intake.push(
                  item.name() + ": " + page.url().value(),
                  new PushedPage(
                      page.url(),
                      source,
                      page.body(),
                      page.contentType(),
                      page.contentLanguage(),
                      page.validators(),
                      page.said(),
                      Optional.of(page.at()))));
    };
  }

  private static CompletableFuture<IngestResult> done(IngestResult result) {
    return CompletableFuture.completedFuture(result);
  }
}
