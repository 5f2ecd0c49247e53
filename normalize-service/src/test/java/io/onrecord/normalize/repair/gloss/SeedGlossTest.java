package io.onrecord.normalize.repair.gloss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shared damaged page, line by line. */
class SeedGlossTest {
  private static final Path LINES =
      Path.of(System.getProperty("onrecord.shared", "../shared"), "encoding/seed-000-lines.json");

  @Test
  void nearlyEveryLineOfTheSharedPageComesBackAsItWas() throws IOException {
    assumeTrue(Files.exists(LINES));
    List<JsonNode> cases = new ArrayList<>();
    JsonMapper.shared().readTree(LINES.toFile()).forEach(cases::add);
    List<String> damaged = cases.stream().map(c -> c.path("damaged").asString()).toList();
    GlossRepair repair = GlossRepair.learnedFrom(damaged);
    int right = 0;
    for (JsonNode line : cases) {
      String repaired = repair.repair(line.path("damaged").asString()).text();
      if (folded(repaired).equals(folded(line.path("clean_hant").asString()))) {
        right++;
      }
    }
    assertThat(right).isGreaterThanOrEqualTo(187);
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("\\s+", "")
        .replace('著', '着');
  }
}
