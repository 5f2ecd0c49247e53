package io.onrecord.standalone;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataDirectoryTest {
  @TempDir Path parent;

  @Test
  void aSecondClaimIsRefusedUntilTheFirstIsGivenUp() throws Exception {
    Path path = parent.resolve("data with spaces 数据");
    try (DataDirectory first = DataDirectory.claim(path)) {
      assertThatThrownBy(() -> DataDirectory.claim(path))
          .isInstanceOf(CannotStartException.class)
          .hasMessageContaining(first.path().toString())
          .hasMessageContaining("in use by another onrecord process")
          .hasMessageContaining("--data");
    }
    DataDirectory.claim(path).close();
  }

  @Test
  void aPathThatIsAFileIsRefusedByName() throws Exception {
    Path file = Files.writeString(parent.resolve("notes.txt"), "not a directory");
    assertThatThrownBy(() -> DataDirectory.claim(file))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("cannot write to the data directory")
        .hasMessageContaining("notes.txt");
  }
}
