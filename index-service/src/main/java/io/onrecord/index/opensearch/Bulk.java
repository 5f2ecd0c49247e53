package io.onrecord.index.opensearch;

import io.onrecord.index.writer.Change;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** One change as the lines of a bulk request. */
record Bulk(Change change, byte[] lines) {

  /** The lines; the version makes the newest revision win, in whatever order they arrive. */
  static Bulk of(Change change) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    switch (change) {
      case Change.Put put -> {
        byte[] source = Source.of(put);
        line(lines, action("index", change));
        line(lines, source);
      }
      case Change.Delete delete -> line(lines, action("delete", delete));
    }
    return new Bulk(change, lines.toByteArray());
  }

  /** The body of a request. */
  static byte[] body(List<Bulk> items) {
    ByteArrayOutputStream body =
        new ByteArrayOutputStream(items.stream().mapToInt(item -> item.lines().length).sum());
    items.forEach(item -> body.writeBytes(item.lines()));
    return body.toByteArray();
  }

  private static byte[] action(String name, Change change) {
    return JsonMapper.shared()
        .writeValueAsString(
            Map.of(
                name,
                Map.of(
                    "_id", change.id(), "version", change.version(), "version_type", "external")))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void line(ByteArrayOutputStream lines, byte[] line) {
    lines.writeBytes(line);
    lines.write('\n');
  }
}
