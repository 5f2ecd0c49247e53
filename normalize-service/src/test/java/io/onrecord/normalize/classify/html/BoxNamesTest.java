package io.onrecord.normalize.classify.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.document.Category;
import io.onrecord.normalize.parse.Box;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BoxNamesTest {
  private final BoxNames names = new BoxNames();

  @Test
  void aPartOfANameTells() {
    assertThat(category("div", "post-shareBar left")).isEqualTo(Category.SHARE_WIDGET);
    assertThat(category("nav", "")).isEqualTo(Category.NAVIGATION);
    assertThat(names.read(new Box(null, 0, "div", "entry", true, false))).isEmpty();
  }

  @Test
  void theTableIsSortedAndHasEachWordOnce() throws IOException {
    try (var in = BoxNames.class.getResourceAsStream("box-names.tsv")) {
      List<String> words =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(line -> line.split("\t")[0])
              .toList();
      assertThat(words).isSorted().doesNotHaveDuplicates();
      for (String word : words) {
        assertThat(category("div", word)).as(word).isEqualTo(names.table().get(word).category());
      }
    }
  }

  private Category category(String tag, String written) {
    return names.read(new Box(null, 0, tag, written, true, false)).orElseThrow().category();
  }
}
