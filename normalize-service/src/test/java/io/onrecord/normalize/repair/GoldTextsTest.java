package io.onrecord.normalize.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.onrecord.normalize.repair.punctuation.HalfWidthSigns;
import io.onrecord.normalize.repair.step.Ledger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * No false alarm: over the clean texts of real pages only what a person judged to be damage
 * changes.
 */
class GoldTextsTest {
  private static final Path EXTRACTION =
      Path.of(System.getProperty("onrecord.shared", "../shared"), "extraction");
  private static final Path JUDGED =
      Path.of("src/test/resources/fixtures/repair/judged-changes.tsv");

  @Test
  void restoresNoPunctuationOfACleanText() throws IOException {
    assumeTrue(Files.isDirectory(EXTRACTION), "no shared pages here");
    HalfWidthSigns signs = new HalfWidthSigns();
    int texts = 0;
    try (Stream<Path> entries = Files.list(EXTRACTION)) {
      for (Path set : entries.filter(s -> Files.exists(s.resolve("gold.json"))).toList()) {
        for (JsonNode page :
            JsonMapper.shared().readTree(Files.readString(set.resolve("gold.json")))) {
          List<String> text = List.of(page.path("articleBody").asString(""));
          assertThat(signs.restore(text, new Ledger())).isSameAs(text);
          texts++;
        }
      }
    }
    assertThat(texts).isGreaterThan(100);
  }

  @Test
  void changesOnlyWhatWasJudgedToBeDamage() throws IOException {
    assumeTrue(Files.isDirectory(EXTRACTION), "no shared pages here");
    TextRepair repair = new TextRepair();
    TreeSet<String> found = new TreeSet<>();
    List<Path> sets;
    try (Stream<Path> entries = Files.list(EXTRACTION)) {
      sets = entries.filter(set -> Files.exists(set.resolve("gold.json"))).toList();
    }
    for (Path set : sets) {
      JsonNode gold = JsonMapper.shared().readTree(Files.readString(set.resolve("gold.json")));
      for (String id : gold.propertyNames()) {
        repair
            .repair(gold.get(id).path("articleBody").asString(""))
            .repairs()
            .forEach(
                r -> found.add(set.getFileName() + "\t" + id + "\t" + r.kind() + "\t" + r.count()));
      }
    }
    List<String> judged =
        Files.readAllLines(JUDGED).stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.substring(0, line.lastIndexOf('\t')))
            .toList();
    assertThat(found).containsExactlyInAnyOrderElementsOf(judged);
  }
}
