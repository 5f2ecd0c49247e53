package io.onrecord.standalone.cli;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.io.JsonStringEncoder;

/** Adds {@code "input"} to a document's JSON, as the first field, without parsing it again. */
final class InputField {
  private InputField() {}

  /** One line: the JSON object with the field before its own, and a line end. */
  static byte[] prepend(String input, byte[] object) {
    StringBuilder quoted = new StringBuilder("{\"input\":\"");
    JsonStringEncoder.getInstance().quoteAsString(input, quoted);
    byte[] head = quoted.append("\",").toString().getBytes(StandardCharsets.UTF_8);
    byte[] line = new byte[head.length + object.length];
    System.arraycopy(head, 0, line, 0, head.length);
    System.arraycopy(object, 1, line, head.length, object.length - 1);
    line[line.length - 1] = '\n';
    return line;
  }
}
