package io.onrecord.standalone.cli;

import io.onrecord.event.PageFetched;
import io.onrecord.event.PageWire;
import io.onrecord.event.UnreadableEventException;
import io.onrecord.ingest.warc.WarcExport;
import io.onrecord.loop.TopicScan;
import io.onrecord.settings.CoreSettings;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The pages topic as a web archive; tombstones have no place in one and are left out. */
final class PageArchive {
  private static final int STEP = 500;

  private final Terminal terminal;

  /** How much was written, and how many records of the topic are no page events. */
  record Written(long pages, long unreadable) {}

  PageArchive(Terminal terminal) {
    this.terminal = terminal;
  }

  Written write(CoreSettings core, Path path) throws IOException {
    Path part = path.resolveSibling(path.getFileName() + ".part");
    long[] unreadable = {0};
    long pages;
    try (WarcExport archive =
            new WarcExport(
                new BufferedOutputStream(Files.newOutputStream(part)),
                String.valueOf(path.getFileName()),
                "Onrecord",
                Instant.now().truncatedTo(ChronoUnit.SECONDS));
        TopicScan scan = TopicScan.committed(core)) {
      scan.readAll(
          core.topics().names().pages(), record -> unreadable[0] += write(record, archive) ? 0 : 1);
      pages = archive.pages();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    Files.move(part, path, StandardCopyOption.REPLACE_EXISTING);
    return new Written(pages, unreadable[0]);
  }

  private boolean write(ConsumerRecord<byte[], byte[]> record, WarcExport archive) {
    try {
      if (PageWire.read(record) instanceof PageFetched page) {
        archive.write(page);
        if (archive.pages() % STEP == 0) {
          terminal.progress("%,d pages ...".formatted(archive.pages()));
        }
      }
      return true;
    } catch (UnreadableEventException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
