package io.onrecord.normalize.repair;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One line of {@code inspect repair}: {@code {"id":…,"text":…}} in, {@code
 * {"id":…,"text":…,"repairs":[…]}} out. Thread-safe.
 */
public final class RepairInspection {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final TextRepair repair = new TextRepair();

  /**
   * The line with its text repaired and the repairs listed.
   *
   * @throws IllegalArgumentException if the line is no JSON object with a string {@code text}
   */
  public String inspect(String line) {
    JsonNode in = parse(line);
    if (!in.path("text").isString()) {
      throw new IllegalArgumentException("expected an object with a string \"text\", got: " + line);
    }
    RepairedText repaired = repair.repair(in.path("text").asString());
    ObjectNode out = JSON.createObjectNode();
    out.set("id", in.path("id").isMissingNode() ? JSON.nullNode() : in.path("id"));
    out.put("text", repaired.text());
    out.set("repairs", JSON.valueToTree(List.copyOf(repaired.repairs())));
    return JSON.writeValueAsString(out);
  }

  private static JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not JSON: " + line, e);
    }
  }
}
