package io.onrecord.standalone.cli;

import io.onrecord.topic.TopicNames;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code onrecord tail}: the records of a topic as they come. */
@Command(
    name = "tail",
    mixinStandardHelpOptions = true,
    description = {
      "Prints a line for each committed record of a topic as it comes, until Ctrl-C.",
      "TOPIC is a topic's name or 'pages', 'documents', 'pages.dlq', 'documents.dlq'."
    })
final class TailCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private SystemOptions system = new SystemOptions();

  @Parameters(paramLabel = "TOPIC", description = "what to read")
  private String topic = "";

  @Option(names = "--from-beginning", description = "what is there already, too")
  private boolean fromBeginning;

  @Option(names = "--end", description = "stop when all that is there has been printed")
  private boolean end;

  @Option(names = "--json", description = "key, headers and value of each record as a line of JSON")
  private boolean json;

  TailCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    try (TopicReader reader = new TopicReader(system.kafka())) {
      String name = name(reader.names());
      reader.follow(name, fromBeginning || end);
      while (!terminal.out().checkError()) {
        for (ConsumerRecord<byte[], byte[]> record : reader.next()) {
          terminal.out().println(json ? json(record) : line(record));
        }
        if (end && reader.isAtEnd()) {
          return 0;
        }
      }
      return 0;
    }
  }

  private String name(List<String> known) {
    TopicNames names = TopicNames.DEFAULT;
    String name =
        switch (topic) {
          case "pages" -> names.pages();
          case "documents" -> names.documents();
          case "pages.dlq" -> TopicNames.deadLetters(names.pages());
          case "documents.dlq" -> TopicNames.deadLetters(names.documents());
          default -> topic;
        };
    if (!known.contains(name)) {
      throw new CommandFailedException(
          "there is no topic %s; there are %s".formatted(name, String.join(", ", known)));
    }
    return name;
  }

  private static String line(ConsumerRecord<byte[], byte[]> record) {
    String size = record.value() == null ? "gone" : record.value().length + " bytes";
    return "%s  %d:%d  %s  %s  %s"
        .formatted(
            Instant.ofEpochMilli(record.timestamp()),
            record.partition(),
            record.offset(),
            record.key() == null ? "-" : text(record.key()),
            size,
            header(record, "ce_subject"));
  }

  private static String json(ConsumerRecord<byte[], byte[]> record) {
    ObjectNode node = JsonMapper.shared().createObjectNode();
    node.put("topic", record.topic());
    node.put("partition", record.partition());
    node.put("offset", record.offset());
    node.put("time", Instant.ofEpochMilli(record.timestamp()).toString());
    node.put("key", record.key() == null ? null : text(record.key()));
    ObjectNode headers = node.putObject("headers");
    for (Header header : record.headers()) {
      headers.put(header.key(), header.value() == null ? "" : text(header.value()));
    }
    if (record.value() == null) {
      node.putNull("value");
    } else if (header(record, "content-type").startsWith("application/json")) {
      node.set("value", JsonMapper.shared().readTree(record.value()));
    } else {
      node.put("valueBase64", Base64.getEncoder().encodeToString(record.value()));
    }
    return JsonMapper.shared().writeValueAsString(node);
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null ? "" : text(header.value());
  }

  private static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }
}
