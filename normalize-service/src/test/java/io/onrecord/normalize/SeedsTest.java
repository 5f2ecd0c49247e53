package io.onrecord.normalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.onrecord.document.Document;
import io.onrecord.document.DocumentJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds the shared example pages to their floors by their own scorer, where pages, scorer and
 * Python are there.
 */
final class SeedsTest {
  @TempDir Path documents;

  @TestFactory
  List<DynamicTest> everySeedReachesItsFloors() throws IOException {
    Path seeds = Path.of(System.getProperty("onrecord.shared", "../shared"), "seeds");
    assumeTrue(Files.isRegularFile(seeds.resolve("score.py")), "no shared seeds");
    Normalizer normalizer = new Normalizer();
    try (var files = Files.list(seeds)) {
      return files
          .filter(f -> f.getFileName().toString().matches("\\d{3}_.*\\.txt"))
          .sorted(Comparator.naturalOrder())
          .map(
              f -> {
                String seed = f.getFileName().toString().substring(0, 3);
                return DynamicTest.dynamicTest(seed, () -> reaches(normalizer, seeds, f, seed));
              })
          .toList();
    }
  }

  private void reaches(Normalizer normalizer, Path seeds, Path file, String seed)
      throws IOException, InterruptedException {
    Document document =
        normalizer.normalize(
            RawPage.of(
                file.toUri().toString(),
                Optional.of("text/plain"),
                Instant.parse("2026-01-01T00:00:00Z"),
                Files.readAllBytes(file)));
    Path candidate = Files.write(documents.resolve(seed + ".json"), DocumentJson.write(document));
    JsonNode score = score(seeds, seed, candidate);
    SoftAssertions floors = new SoftAssertions();
    floor(floors, score, "text_f1", 0.99);
    floor(floors, score, "text_recall", 0.995);
    floor(floors, score, "boilerplate_recall", 0.97);
    floor(floors, score, "sponsor_recall", 0.9999);
    floor(floors, score, "advert_recall", 0.9999);
    floor(floors, score, "para_f1", 0.97);
    floor(floors, score, "turn_f1", 0.97);
    floor(floors, score, "meta_title", 1);
    floor(floors, score, "meta_publishedAt", 1);
    floor(floors, score, "meta_language", 1);
    floors.assertAll();
  }

  private static void floor(SoftAssertions floors, JsonNode score, String measure, double least) {
    JsonNode value = score.get(measure);
    if (value != null && !value.isNull()) {
      floors.assertThat(value.asDouble()).as(measure).isGreaterThanOrEqualTo(least);
    }
  }

  private static JsonNode score(Path seeds, String seed, Path candidate)
      throws IOException, InterruptedException {
    Path out = candidate.resolveSibling(seed + ".score.json");
    Process process;
    try {
      process =
          new ProcessBuilder(
                  "python3",
                  seeds.resolve("score.py").toString(),
                  seed + "=" + candidate,
                  "--json",
                  out.toString())
              .redirectErrorStream(true)
              .redirectOutput(candidate.resolveSibling(seed + ".log").toFile())
              .start();
    } catch (IOException noPython) {
      assumeTrue(false, "no python3: " + noPython.getMessage());
      throw noPython;
    }
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("the scorer ends").isTrue();
    String log = Files.readString(candidate.resolveSibling(seed + ".log"));
    assumeTrue(!log.contains("opencc"), "the scorer needs the opencc command for this seed");
    assertThat(process.exitValue()).as(log).isZero();
    return JsonMapper.builder().build().readTree(out.toFile()).get(0);
  }
}
