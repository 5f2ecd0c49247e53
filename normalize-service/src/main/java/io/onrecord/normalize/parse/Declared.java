package io.onrecord.normalize.parse;

import java.util.List;
import java.util.Optional;

/**
 * What a page says about itself outside its visible text, as written: nothing here is believed yet.
 *
 * @param title the {@code title} element, front matter or document property
 * @param language the {@code lang} of the page
 * @param canonical the address in {@code link rel=canonical}
 * @param tags {@code meta} elements and front matter, names in lower case, in order
 * @param items microdata and {@code time} elements in the body
 * @param works things that linked data (JSON-LD) describes
 * @param embeds addresses of players and frames
 */
public record Declared(
    Optional<String> title,
    Optional<String> language,
    Optional<String> canonical,
    List<Tag> tags,
    List<Tag> items,
    List<Work> works,
    List<String> embeds) {

  /** A page that says nothing about itself. */
  public static final Declared NOTHING =
      new Declared(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of(),
          List.of(),
          List.of());

  public Declared {
    tags = List.copyOf(tags);
    items = List.copyOf(items);
    works = List.copyOf(works);
    embeds = List.copyOf(embeds);
  }

  /** The first value of a tag. */
  public Optional<String> tag(String name) {
    for (Tag tag : tags) {
      if (tag.name().equals(name) && !tag.value().isBlank()) {
        return Optional.of(tag.value());
      }
    }
    return Optional.empty();
  }

  /** Every value of a tag. */
  public List<String> all(String name) {
    return tags.stream().filter(t -> t.name().equals(name)).map(Tag::value).toList();
  }

  /** The same with another title and other tags. */
  public Declared with(Optional<String> newTitle, List<Tag> newTags) {
    return new Declared(newTitle, language, canonical, newTags, items, works, embeds);
  }

  /** A name and what it is given as. */
  public record Tag(String name, String value) {}

  /**
   * A thing that linked data describes.
   *
   * @param type {@code NewsArticle}, {@code PodcastEpisode}, …
   * @param body the whole text, where it is given
   */
  public record Work(
      String type,
      Optional<String> headline,
      List<String> authors,
      Optional<String> published,
      Optional<String> modified,
      Optional<String> publisher,
      Optional<String> language,
      Optional<String> series,
      Optional<String> url,
      Optional<String> body) {
    public Work {
      authors = List.copyOf(authors);
    }
  }
}
