package io.onrecord.standalone.cli;

import io.onrecord.normalize.service.replay.Replay;
import io.onrecord.normalize.service.replay.ReplayState;
import io.onrecord.normalize.service.replay.Selection;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code onrecord replay pages}: reads raw pages again, into a shadow. */
@Command(
    name = "pages",
    mixinStandardHelpOptions = true,
    description = {
      "Reads kept raw pages again into the shadow of a replay, beside live traffic. Without a"
          + " condition all pages are read, up to those that are there when the replay is made."
          + " Stopped or killed, the same command goes on where it was."
    })
final class ReplayPagesCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private SystemOptions system = new SystemOptions();

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "of the replay; a-z, 0-9 and '-' (default: ${DEFAULT-VALUE})")
  private String name = "next";

  @Option(names = "--since", paramLabel = "TIME", description = "fetched then or later")
  private Optional<String> since = Optional.empty();

  @Option(names = "--until", paramLabel = "TIME", description = "fetched before then")
  private Optional<String> until = Optional.empty();

  @Option(names = "--host", paramLabel = "HOST", description = "on this host or below it")
  private Set<String> hosts = Set.of();

  @Option(names = "--source", paramLabel = "NAME", description = "of this source")
  private Set<String> sources = Set.of();

  @Option(names = "--id", paramLabel = "ID", description = "with this document id")
  private Set<String> ids = Set.of();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "pages read at once; 0: as many as cores (default: ${DEFAULT-VALUE})")
  private int threads;

  @Option(
      names = "--per-second",
      paramLabel = "N",
      description = "pages a second at most, to leave room for live traffic; 0: no limit")
  private int perSecond;

  ReplayPagesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Selection selection =
        new Selection(since.map(Moment::of), until.map(Moment::of), hosts, sources, ids);
    int atOnce = threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
    ReplayState done =
        Replay.run(
            system.core(),
            name,
            selection,
            new Replay.Pace(atOnce, perSecond),
            (read, all) -> terminal.progress("%d of %d offsets read ...".formatted(read, all)));
    terminal.clearProgress();
    terminal
        .out()
        .printf(
            "replay %s: %s read with normalizer %s; 'onrecord diff %s' shows what would change%n",
            name, done.selection(), done.normalizer(), name);
    return 0;
  }
}
