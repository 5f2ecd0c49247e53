package io.onrecord.normalize.repair;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes what repair makes of a case file, in the form that the scorer reads. */
final class ScoreDump {
  public static void main(String[] args) throws Exception {
    TextRepair repair = new TextRepair();
    TreeMap<String, String> out = new TreeMap<>();
    for (JsonNode c : JsonMapper.shared().readTree(Files.readString(Path.of(args[0]))).values()) {
      RepairedText t = repair.repair(c.path("damaged").asString());
      out.put(c.path("id").asString(), t.text());
      boolean control = c.path("kind").asString().equals("CONTROL");
      boolean wrong = !t.text().equals(c.path("clean").asString());
      boolean lost = !c.path("recoverable").asBoolean();
      if (args.length > 2 && (lost ? !t.text().equals(c.path("damaged").asString()) : wrong)) {
        System.out.println(
            c.path("kind").asString() + (control ? " !!" : "") + (lost ? " (lost)" : ""));
        System.out.println("  D " + c.path("damaged").asString());
        System.out.println(
            "  G " + t.text() + " " + t.repairs().stream().map(r -> r.kind()).toList());
        System.out.println("  C " + c.path("clean").asString());
      }
    }
    Files.writeString(Path.of(args[1]), JsonMapper.shared().writeValueAsString(out));
  }
}
