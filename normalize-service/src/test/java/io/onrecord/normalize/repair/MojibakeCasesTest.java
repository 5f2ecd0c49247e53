package io.onrecord.normalize.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The floors over the shared case file; skipped where the file is not. */
class MojibakeCasesTest {
  private static final Path CASES =
      Path.of(System.getProperty("onrecord.shared", "../shared"), "encoding", "mojibake.json");
  private static final Set<String> POLICY = Set.of("js_escape", "percent_utf8");

  private static List<Case> cases = List.of();

  private record Case(
      String kind, boolean recoverable, String damaged, String clean, String repaired) {
    boolean exact() {
      return repaired.equals(clean);
    }

    boolean isControl() {
      return kind.equals("CONTROL");
    }

    boolean isPolicy() {
      return POLICY.contains(kind);
    }
  }

  @BeforeAll
  static void repairAll() throws IOException {
    assumeTrue(Files.exists(CASES), "no shared cases here");
    TextRepair repair = new TextRepair();
    JsonNode all = JsonMapper.shared().readTree(Files.readString(CASES));
    cases =
        StreamSupport.stream(all.spliterator(), false)
            .map(
                c ->
                    new Case(
                        c.path("kind").asString(),
                        c.path("recoverable").asBoolean(),
                        c.path("damaged").asString(),
                        c.path("clean").asString(),
                        repair.repair(c.path("damaged").asString()).text()))
            .toList();
  }

  @Test
  void restoresRecoverableDamageExactly() {
    assertThat(share(c -> c.recoverable() && !c.isControl() && !c.isPolicy()))
        .isGreaterThanOrEqualTo(0.98);
  }

  @Test
  void restoresEscapedLinesExactly() {
    assertThat(share(Case::isPolicy)).isEqualTo(1);
  }

  @Test
  void leavesSoundTextUntouched() {
    assertThat(cases).filteredOn(Case::isControl).isNotEmpty().allMatch(Case::exact);
  }

  @Test
  void makesNothingThatWasLostWorse() {
    assertThat(cases)
        .filteredOn(c -> !c.recoverable())
        .isNotEmpty()
        .allMatch(c -> distance(c.repaired(), c.clean()) <= distance(c.damaged(), c.clean()));
  }

  private static double share(Predicate<Case> which) {
    List<Case> chosen = cases.stream().filter(which).toList();
    assertThat(chosen).isNotEmpty();
    return (double) chosen.stream().filter(Case::exact).count() / chosen.size();
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
