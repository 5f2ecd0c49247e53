package io.onrecord.normalize.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The floors on the development cases: the text must be the one that the true encoding gives. */
class CharsetCasesTest {
  private final CharsetDetector detector = new CharsetDetector();

  @BeforeEach
  void casesArePresent() {
    assumeThat(CharsetCases.present()).as("encoding cases beside the checkout").isTrue();
  }

  @Test
  void readsEveryGeneratedFile() throws IOException {
    assertThat(shareRight(true).get("all")).isEqualTo(1.0);
  }

  @Test
  void readsThePublicDetectorsTestFiles() throws IOException {
    Map<String, Double> right = shareRight(false);
    assertThat(right.get("all")).isGreaterThanOrEqualTo(0.985);
    assertThat(right).allSatisfy((group, share) -> assertThat(share).isGreaterThanOrEqualTo(0.95));
  }

  private Map<String, Double> shareRight(boolean generated) throws IOException {
    Map<String, List<Boolean>> results = new TreeMap<>();
    for (CharsetCases.Case file : CharsetCases.read().cases()) {
      Optional<String> text = file.text();
      if (file.generated() != generated || text.isEmpty()) {
        continue;
      }
      String found = detector.detect(file.bytes(), Optional.empty()).charset();
      boolean same = file.textIn(found).equals(text.get());
      results.computeIfAbsent("all", k -> new ArrayList<>()).add(same);
      results.computeIfAbsent(file.group(), k -> new ArrayList<>()).add(same);
    }
    Map<String, Double> shares = new TreeMap<>();
    results.forEach(
        (group, r) -> shares.put(group, (double) r.stream().filter(x -> x).count() / r.size()));
    return shares;
  }
}
