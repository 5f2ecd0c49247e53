package io.onrecord.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.ingest.url.CanonicalUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InputsTest {
  @TempDir Path folder;

  @Test
  void aFolderIsItsFilesInOrderWithoutHiddenOnes() throws IOException {
    for (String name :
        List.of("b.txt", "a/2.txt", "a/1.txt", ".hidden", ".git/config", "中文 名.md")) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "x");
    }
    assertThat(names()).containsExactly("a/1.txt", "a/2.txt", "b.txt", "中文 名.md");
  }

  @Test
  void linksAreFollowedAndCirclesLeftOut() throws IOException {
    Path inner = Files.createDirectories(folder.resolve("x/y"));
    Files.writeString(inner.resolve("page.txt"), "x");
    Files.createSymbolicLink(inner.resolve("up"), folder);
    Files.createSymbolicLink(folder.resolve("z.txt"), inner.resolve("page.txt"));
    assertThat(names()).containsExactly("x/y/page.txt", "z.txt");
  }

  @Test
  void aBrokenLinkIsNamed() throws IOException {
    Files.createSymbolicLink(folder.resolve("gone.txt"), folder.resolve("nowhere"));
    assertThat(Inputs.of(folder.toString()))
        .singleElement()
        .isInstanceOf(Item.Unusable.class)
        .extracting(Item::name)
        .asString()
        .endsWith("gone.txt");
  }

  @Test
  void aUrlHasASchemeAndEverythingElseIsAPath() throws IOException {
    Path file = Files.writeString(folder.resolve("a b.txt"), "x");
    assertThat(Inputs.of("https://example.org/x").getFirst()).isInstanceOf(Item.UrlItem.class);
    assertThat(Inputs.of("HTTP://example.org").getFirst()).isInstanceOf(Item.UrlItem.class);
    assertThat(Inputs.of("ftp://example.org/").getFirst()).isInstanceOf(Item.Unusable.class);
    assertThat(Inputs.of("example.org").getFirst()).isInstanceOf(Item.Unusable.class);
    assertThat(Inputs.of(CanonicalUrl.of(file).value()).getFirst())
        .isInstanceOfSatisfying(
            Item.FileItem.class, item -> assertThat(item.file()).isEqualTo(file));
  }

  private List<String> names() {
    return Inputs.of(folder.toString()).stream()
        .map(item -> folder.relativize(Path.of(item.name())).toString())
        .toList();
  }
}
