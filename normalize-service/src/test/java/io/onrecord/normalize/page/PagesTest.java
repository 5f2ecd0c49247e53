package io.onrecord.normalize.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.document.Document;
import io.onrecord.document.DocumentJson;
import io.onrecord.normalize.Normalizer;
import io.onrecord.normalize.RawPage;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every marked page comes out as its marks say, and the same every time. */
final class PagesTest {
  private final Normalizer normalizer = new Normalizer();

  @TestFactory
  List<DynamicTest> everyPageComesOutAsMarked() throws IOException, URISyntaxException {
    Path marked =
        Path.of(
            Objects.requireNonNull(
                    getClass().getResource("/io/onrecord/normalize/page/interview-plain.txt"))
                .toURI());
    try (var files = Files.list(Objects.requireNonNull(marked.getParent()))) {
      return files
          .filter(f -> f.toString().endsWith(".txt"))
          .sorted(Comparator.naturalOrder())
          .map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> asMarked(f)))
          .toList();
    }
  }

  private void asMarked(Path file) throws IOException {
    MarkedPage page = MarkedPage.parse(Files.readString(file));
    Document document = normalize(page.page());
    assertThat(page.problems(document)).as("%s", file.getFileName()).isEmpty();
    assertThat(DocumentJson.write(normalize(page.page())))
        .as("the same page twice")
        .isEqualTo(DocumentJson.write(document));
  }

  private Document normalize(String text) {
    return normalizer.normalize(
        RawPage.of(
            "https://pages.example/one",
            Optional.of("text/plain; charset=utf-8"),
            Instant.parse("2026-01-01T00:00:00Z"),
            text.getBytes(StandardCharsets.UTF_8)));
  }
}
