package io.onrecord.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One page of interview coverage, clean.
 *
 * @param schema always {@value #SCHEMA}
 * @param id the document id: the first 128 bits of SHA-256 over the canonical URL, lower-case hex
 * @param url as fetched
 * @param canonicalUrl as identified
 * @param site host without {@code www.}, or the site's own name where the page tells it
 * @param title the page's title without the site's name
 * @param byline authors and credits as printed
 * @param publishedAt ISO 8601, as precise as the page is: {@code 2024}, {@code 2024-04}, {@code
 *     2024-04-20} or a full time
 * @param publishedAtText the date as the page prints it
 * @param fetchedAt when the page was fetched
 * @param modifiedAt like {@code publishedAt}
 * @param language BCP 47 tag of the language that most of the text is in; {@code mul} when two
 *     share it, {@code und} when it cannot be told
 * @param languages every language with its share, largest first
 * @param kind what sort of coverage
 * @param text what a reader wants to read, paragraphs joined by a blank line
 * @param blocks the same text in pieces
 * @param turns who said what, in order
 * @param interview who was interviewed by whom, where
 * @param removed what was taken out of the page, in order
 * @param repairs what was changed in the text
 * @param encoding how the bytes were read
 * @param fingerprints what to compare by
 * @param provenance where it comes from
 * @param rights what the site says about the use of the page, a {@code name: value} each ({@code
 *     robots: noai}, {@code tdm-reservation: 1}, {@code content-signal: ai-train=no}, {@code
 *     license: …}); not in the JSON when it says nothing
 * @param persons who takes part, by the word of the feed that led to the page; not in the JSON when
 *     there is nobody
 */
public record Document(
    String schema,
    String id,
    String url,
    String canonicalUrl,
    String site,
    Optional<String> title,
    List<String> byline,
    Optional<String> publishedAt,
    Optional<String> publishedAtText,
    Instant fetchedAt,
    Optional<String> modifiedAt,
    String language,
    List<LanguageShare> languages,
    Kind kind,
    String text,
    List<Block> blocks,
    List<Turn> turns,
    Interview interview,
    List<Removed> removed,
    List<Repair> repairs,
    Encoding encoding,
    Fingerprints fingerprints,
    Provenance provenance,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> rights,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Person> persons) {

  /** The schema that this version writes. */
  public static final String SCHEMA = "onrecord.document/1";

  public Document {
    byline = List.copyOf(byline);
    languages = List.copyOf(languages);
    blocks = List.copyOf(blocks);
    turns = List.copyOf(turns);
    removed = List.copyOf(removed);
    repairs = List.copyOf(repairs);
    rights = rights == null ? List.of() : List.copyOf(rights); // older documents have none
    persons = persons == null ? List.of() : List.copyOf(persons);
  }
}
