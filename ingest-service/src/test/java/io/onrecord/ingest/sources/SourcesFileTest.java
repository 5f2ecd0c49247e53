package io.onrecord.ingest.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onrecord.ingest.sources.SourcesFile.Listed;
import org.junit.jupiter.api.Test;

final class SourcesFileTest {
  @Test
  void yaml() {
    assertThat(
            SourcesFile.read(
                "sources:\n"
                    + "  - name: Talks\n"
                    + "    url: https://a.example/feed\n"
                    + "  - https://b.example/\n"))
        .containsExactly(
            new Listed("Talks", "https://a.example/feed"),
            new Listed("b.example", "https://b.example/"));
  }

  @Test
  void aUrlALine() {
    assertThat(SourcesFile.read("# ours\n\nhttps://a.example/x/feed\nhttps://b.example/ B and C\n"))
        .containsExactly(
            new Listed("a.example x feed", "https://a.example/x/feed"),
            new Listed("B and C", "https://b.example/"));
  }

  @Test
  void opml() {
    assertThat(SourcesFile.read("<opml><body><outline text='A/B' xmlUrl='https://a.example/'/>"))
        .containsExactly(new Listed("A B", "https://a.example/"));
  }

  @Test
  void anythingElseIsSaid() {
    assertThatThrownBy(() -> SourcesFile.read("hello: there")).hasMessageContaining("give a list");
    assertThatThrownBy(() -> SourcesFile.read("sources: [{name: x}]"))
        .hasMessageContaining("no url");
    assertThatThrownBy(() -> SourcesFile.read("a: [")).hasMessageContaining("no valid YAML");
  }
}
