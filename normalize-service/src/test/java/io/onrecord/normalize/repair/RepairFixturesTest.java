package io.onrecord.normalize.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

/** Damaged and clean text, a file for each kind of damage, under {@code fixtures/repair}. */
class RepairFixturesTest {
  private static final Path FIXTURES = Path.of("src/test/resources/fixtures/repair");

  private final TextRepair repair = new TextRepair();

  private record Pair(String damaged, String clean) {}

  @TestFactory
  Stream<DynamicTest> restores() throws IOException {
    try (Stream<Path> files = Files.list(FIXTURES.resolve("cases"))) {
      return files.sorted().toList().stream()
          .map(
              file ->
                  DynamicTest.dynamicTest(
                      file.getFileName().toString(),
                      () ->
                          assertThat(read(file))
                              .isNotEmpty()
                              .allSatisfy(pair -> assertThat(text(pair)).isEqualTo(pair.clean()))));
    }
  }

  @Test
  void leavesSoundAndQuotedTextAlone() {
    assertThat(read(FIXTURES.resolve("controls.json")))
        .allSatisfy(pair -> assertThat(text(pair)).isEqualTo(pair.clean()));
  }

  /** A case that is solved one day must move to its kind's file. */
  @Test
  void listsWhatIsNotSolved() {
    assertThat(read(FIXTURES.resolve("known-failures.json")))
        .allSatisfy(pair -> assertThat(text(pair)).isNotEqualTo(pair.clean()));
  }

  private String text(Pair pair) {
    return repair.repair(pair.damaged()).text();
  }

  private static List<Pair> read(Path file) {
    try {
      return StreamSupport.stream(
              JsonMapper.shared().readTree(Files.readString(file)).spliterator(), false)
          .map(c -> new Pair(c.path("damaged").asString(), c.path("clean").asString()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }
}
