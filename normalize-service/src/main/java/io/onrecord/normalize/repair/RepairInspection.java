package io.onrecord.normalize.repair;

import java.util.ArrayList;
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

  private final BatchRepair repair = new BatchRepair();

  /** A line that can be inspected: an object with a text. */
  public record Question(JsonNode id, String text) {}

  /**
   * What a line asks for.
   *
   * @throws IllegalArgumentException if the line is no JSON object with a string {@code text}
   */
  public static Question question(String line) {
    JsonNode in = parse(line);
    if (!in.path("text").isString()) {
      throw new IllegalArgumentException("no \"text\"; write {\"id\":…,\"text\":\"…\"}");
    }
    JsonNode id = in.path("id").isMissingNode() ? JSON.nullNode() : in.path("id");
    return new Question(id, in.path("text").asString());
  }

  /** A line's answer when it is alone; see {@link #question} for what it must be. */
  public String inspect(String line) {
    return inspect(List.of(question(line))).get(0);
  }

  /**
   * The answers to lines that came together: what one shows of a damage helps to repair the others.
   */
  public List<String> inspect(List<Question> questions) {
    List<RepairedText> repaired = repair.repair(questions.stream().map(Question::text).toList());
    List<String> answers = new ArrayList<>();
    for (int i = 0; i < questions.size(); i++) {
      ObjectNode out = JSON.createObjectNode();
      out.set("id", questions.get(i).id());
      out.put("text", repaired.get(i).text());
      out.set("repairs", JSON.valueToTree(repaired.get(i).repairs()));
      answers.add(JSON.writeValueAsString(out));
    }
    return answers;
  }

  private static JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not JSON: " + line, e);
    }
  }
}
