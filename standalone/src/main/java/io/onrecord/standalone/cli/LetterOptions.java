package io.onrecord.standalone.cli;

import io.onrecord.loop.deadletter.DeadLetterFilter;
import io.onrecord.topic.TopicNames;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which dead letters a command means. */
final class LetterOptions {
  @Option(
      names = "--topic",
      paramLabel = "TOPIC",
      description = "that failed on the way from this topic: a name, 'pages' or 'documents'")
  private Optional<String> topic = Optional.empty();

  @Option(
      names = "--stage",
      paramLabel = "STAGE",
      description = "that this stage could not read: decode, parse, read, …")
  private Optional<String> stage = Optional.empty();

  @Option(
      names = "--error",
      paramLabel = "CLASS",
      description = "with this exception, with or without its package")
  private Optional<String> error = Optional.empty();

  @Option(names = "--host", paramLabel = "HOST", description = "of pages on this host or below it")
  private Optional<String> host = Optional.empty();

  @Option(names = "--id", paramLabel = "ID", description = "of the page with this document id")
  private Optional<String> id = Optional.empty();

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "failed then or later: 2026-01-31, 2026-01-31T08:00:00Z, or 2h, 7d for ago")
  private Optional<String> since = Optional.empty();

  @Option(names = "--until", paramLabel = "TIME", description = "failed before then")
  private Optional<String> until = Optional.empty();

  DeadLetterFilter filter(TopicNames names) {
    return new DeadLetterFilter(
        topic.map(t -> TopicName.of(t, names)),
        stage,
        error,
        host,
        id,
        since.map(Moment::of),
        until.map(Moment::of));
  }

  /** Whether any letter is meant that there is. */
  boolean areEmpty() {
    return topic.isEmpty()
        && stage.isEmpty()
        && error.isEmpty()
        && host.isEmpty()
        && id.isEmpty()
        && since.isEmpty()
        && until.isEmpty();
  }
}
