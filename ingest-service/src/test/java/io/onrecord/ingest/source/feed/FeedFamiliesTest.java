package io.onrecord.ingest.source.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table {@code families.tsv}, a line each. */
final class FeedFamiliesTest {
  record Case(String what, String field, String value, String xml) {
    @Override
    public String toString() {
      return what;
    }
  }

  static List<Case> cases() throws IOException {
    try (InputStream in = FeedFamiliesTest.class.getResourceAsStream("families.tsv")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> line.split("\t", 4))
          .map(cell -> new Case(cell[0], cell[1], cell[2], cell[3].replace('↵', '\n')))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isReadAsItIsMeant(Case one) {
    Feed feed =
        FeedReader.read(
                one.xml().getBytes(StandardCharsets.UTF_8),
                Optional.empty(),
                Optional.of("http://base.example/dir/feed"))
            .orElseThrow();
    assertThat(value(feed, one.field())).isEqualTo(one.value());
  }

  private static String value(Feed feed, String field) {
    return switch (field) {
      case "feed.title" -> text(feed.title());
      case "feed.titleHtml" -> text(feed.titleHtml());
      case "feed.published" -> text(feed.published());
      case "feed.link" -> text(feed.link());
      case "feed.id" -> text(feed.id());
      case "feed.updated" -> text(feed.updated());
      case "count" -> Integer.toString(feed.entries().size());
      default -> value(feed.entries().getFirst(), field);
    };
  }

  private static String value(FeedEntry entry, String field) {
    return switch (field) {
      case "title" -> text(entry.title());
      case "titleHtml" -> text(entry.titleHtml());
      case "link" -> text(entry.link());
      case "links" ->
          entry.links().stream()
              .map(link -> (link.rel() + " " + link.href() + " " + link.type().orElse("")).strip())
              .collect(Collectors.joining(", "));
      case "expired" -> text(entry.expired());
      case "id" -> text(entry.id());
      case "published" -> text(entry.published());
      case "updated" -> text(entry.updated());
      case "created" -> text(entry.created());
      default -> throw new IllegalArgumentException("no such field: " + field);
    };
  }

  private static String text(Optional<?> value) {
    return value.map(Object::toString).orElse("-");
  }
}
