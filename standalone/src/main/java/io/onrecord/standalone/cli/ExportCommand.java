package io.onrecord.standalone.cli;

import io.onrecord.index.export.Cursor;
import io.onrecord.index.export.DocumentExport;
import io.onrecord.index.export.ExportFile;
import io.onrecord.index.export.ForeignCursorException;
import io.onrecord.index.export.NdjsonFile;
import io.onrecord.index.export.ParquetFile;
import io.onrecord.settings.CoreSettings;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code onrecord export}: the documents as a file. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Writes every document as it is now, once, as NDJSON or Parquet, and prints the cursor from"
          + " which the next export goes on: with --after only what changed since, and what is gone."
          + " A file appears when it is whole.",
      "As WARC the raw pages are written instead, every revision, as an archive that 'add' reads back."
    })
final class ExportCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private SystemOptions system = new SystemOptions();

  /** What a document is written as. */
  enum Format {
    NDJSON,
    PARQUET,
    WARC
  }

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "ndjson, parquet, or warc for the raw pages (default: ${DEFAULT-VALUE})")
  private Format format = Format.NDJSON;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "where to (default: standard output, NDJSON only)")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--after", paramLabel = "CURSOR", description = "only what came after this")
  private Optional<String> after = Optional.empty();

  @Option(names = "--json", description = "print counts and cursor as JSON on standard error")
  private boolean json;

  ExportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (format == Format.WARC) {
      return archive();
    }
    Cursor cursor = after.map(ExportCommand::cursor).orElse(Cursor.START);
    DocumentExport.Exported done = out.isPresent() ? toFile(out.get(), cursor) : toOutput(cursor);
    terminal.clearProgress();
    terminal
        .err()
        .println(
            json
                ? "{\"documents\":%d,\"gone\":%d,\"next\":%s}"
                    .formatted(
                        done.documents(),
                        done.gone(),
                        JsonMapper.shared().writeValueAsString(done.next().toString()))
                : "%d documents%s; the next export goes on with --after %s"
                    .formatted(
                        done.documents(),
                        cursor.equals(Cursor.START) ? "" : ", %d gone".formatted(done.gone()),
                        done.next()));
    return 0;
  }

  private int archive() throws IOException {
    Path path =
        out.orElseThrow(
            () ->
                new CommandFailedException("an archive is written to a file; name it with --out"));
    if (after.isPresent()) {
      throw new CommandFailedException("--after is for documents; an archive holds all pages");
    }
    PageArchive.Written done = new PageArchive(terminal).write(system.core(), path);
    terminal.clearProgress();
    terminal
        .err()
        .println(
            json
                ? "{\"pages\":%d,\"unreadable\":%d}".formatted(done.pages(), done.unreadable())
                : "%,d pages in %s%s"
                    .formatted(
                        done.pages(),
                        path,
                        done.unreadable() == 0
                            ? ""
                            : "; %,d records are no page events".formatted(done.unreadable())));
    return 0;
  }

  private DocumentExport.Exported toOutput(Cursor cursor) throws IOException {
    if (format == Format.PARQUET) {
      throw new CommandFailedException("Parquet is written to a file; name it with --out");
    }
    try (ExportFile file = new NdjsonFile(terminal.unclosedOut())) {
      return write(system.core(), cursor, file);
    }
  }

  private DocumentExport.Exported toFile(Path path, Cursor cursor) throws IOException {
    Path part = path.resolveSibling(path.getFileName() + ".part");
    Files.deleteIfExists(part);
    DocumentExport.Exported done;
    try (ExportFile file =
        format == Format.PARQUET
            ? new ParquetFile(part)
            : new NdjsonFile(new BufferedOutputStream(Files.newOutputStream(part)))) {
      done = write(system.core(), cursor, file);
    }
    Files.move(part, path, StandardCopyOption.REPLACE_EXISTING);
    return done;
  }

  private DocumentExport.Exported write(CoreSettings core, Cursor cursor, ExportFile file)
      throws IOException {
    try {
      return DocumentExport.write(
          core, cursor, file, n -> terminal.progress("%d documents ...".formatted(n)));
    } catch (ForeignCursorException e) {
      throw new CommandFailedException(String.valueOf(e.getMessage()), e);
    }
  }

  private static Cursor cursor(String text) {
    return Cursor.parse(text)
        .orElseThrow(
            () ->
                new CommandFailedException(
                    "'%s' is no cursor; give one as an export printed it".formatted(text)));
  }
}
