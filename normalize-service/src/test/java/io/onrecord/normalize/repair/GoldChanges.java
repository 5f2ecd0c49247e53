package io.onrecord.normalize.repair;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Prints everything that repair changes or marks in texts that are known to be clean, for a person
 * to judge. Usage: {@code GoldChanges FOLDER} with {@code *}{@code /gold.json} files in it.
 */
final class GoldChanges {
  public static void main(String[] args) throws Exception {
    TextRepair repair = new TextRepair();
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    List<Path> sets;
    try (Stream<Path> entries = Files.list(Path.of(args[0]))) {
      sets = entries.map(set -> set.resolve("gold.json")).filter(Files::exists).sorted().toList();
    }
    int texts = 0;
    int changed = 0;
    long characters = 0;
    for (Path gold : sets) {
      JsonNode pages = JsonMapper.shared().readTree(Files.readString(gold));
      for (String id : pages.propertyNames()) {
        String text = pages.get(id).path("articleBody").asString("");
        RepairedText repaired = repair.repair(text);
        texts++;
        characters += text.length();
        if (!repaired.repairs().isEmpty()) {
          changed++;
          out.println("== " + gold.getParent().getFileName() + " " + id);
          repaired
              .repairs()
              .forEach(r -> out.println("   " + r.kind() + " " + r.count() + " " + r.examples()));
        }
      }
    }
    out.println(texts + " texts, " + characters + " characters, " + changed + " with repairs");
    out.flush();
  }
}
