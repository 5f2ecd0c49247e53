package io.onrecord.index.writer;

import io.onrecord.document.Document;
import io.onrecord.document.LanguageShare;
import io.onrecord.document.Turn;
import java.net.URI;
import java.net.URISyntaxException;
import java.text.Normalizer;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/**
 * A document as Lucene fields. Whatever a document holds can be indexed: names are cut to a length
 * that a term may have, and dates that are none are left out.
 */
final class LuceneFields {
  private static final int LONGEST_NAME = 256;
  private static final int MOST_PEOPLE = 500;
  private static final int MOST_SPEAKERS_COUNTED = 50;

  /** A language with less of the text than this is a quotation, not a language of the document. */
  private static final double LEAST_SHARE = 0.1;

  /** With offsets, so that a hit can be shown without reading the text again. */
  private static final FieldType HIGHLIGHTED = new FieldType(TextField.TYPE_NOT_STORED);

  static {
    HIGHLIGHTED.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
    HIGHLIGHTED.freeze();
  }

  private final org.apache.lucene.document.Document fields =
      new org.apache.lucene.document.Document();

  private LuceneFields() {}

  static org.apache.lucene.document.Document of(Change.Put put) {
    Document document = put.document();
    LuceneFields target = new LuceneFields();
    target.term(Fields.ID, document.id());
    target.fields.add(new StoredField(Fields.JSON, put.json()));
    document.title().ifPresent(title -> target.text(Fields.TITLE, title));
    target.text(Fields.TEXT, SearchableText.of(document).text());
    target.people(document);
    target.filters(document);
    target.dates(document);
    return target.fields;
  }

  private void people(Document document) {
    Set<String> speakers = new LinkedHashSet<>();
    document.turns().stream().map(Turn::speaker).forEach(speakers::add);
    speakers.addAll(document.interview().interviewees());
    speakers.addAll(document.interview().interviewers());
    speakers.removeIf(String::isBlank);
    speakers.stream()
        .limit(MOST_SPEAKERS_COUNTED)
        .forEach(speaker -> facet(Fields.SPEAKER_FACET, speaker));

    Set<String> named = new LinkedHashSet<>(speakers);
    document.turns().stream().map(Turn::label).forEach(named::add);
    texts(Fields.SPEAKER, named);
    named.addAll(document.byline());
    document.interview().programme().ifPresent(named::add);
    texts(Fields.PEOPLE, named);
  }

  private void filters(Document document) {
    Set<String> languages = new LinkedHashSet<>();
    prefixes(document.language(), languages);
    document.languages().stream()
        .filter(language -> language.share() >= LEAST_SHARE)
        .map(LanguageShare::tag)
        .forEach(tag -> prefixes(tag, languages));
    languages.forEach(tag -> term(Fields.LANGUAGE, tag));
    facet(Fields.LANGUAGE_FACET, document.language());

    Set<String> sites = new LinkedHashSet<>();
    sites.add(filterTerm(document.site()));
    domains(document.canonicalUrl(), sites);
    sites.forEach(site -> term(Fields.SITE, site));
    facet(Fields.SITE_FACET, document.site());

    term(Fields.KIND, document.kind().wireName());
  }

  private void dates(Document document) {
    Optional<Days> days = document.publishedAt().flatMap(Days::of);
    days.ifPresent(
        published -> {
          fields.add(new LongPoint(Fields.FIRST_DAY, published.first().toEpochDay()));
          fields.add(new LongPoint(Fields.LAST_DAY, published.last().toEpochDay()));
        });
    long time =
        document
            .publishedAt()
            .flatMap(LuceneFields::instant)
            .or(() -> days.map(d -> d.first().atStartOfDay(ZoneOffset.UTC).toOffsetDateTime()))
            .map(t -> t.toInstant().toEpochMilli())
            .orElseGet(() -> document.fetchedAt().toEpochMilli());
    fields.add(new NumericDocValuesField(Fields.TIME, time));
  }

  private static Optional<OffsetDateTime> instant(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty(); // less precise than a time; the day decides
    }
  }

  /** What a filter's value is compared as, at both ends. */
  static String filterTerm(String name) {
    String folded = Normalizer.normalize(name.strip(), Normalizer.Form.NFKC);
    return cut(folded.toLowerCase(Locale.ROOT));
  }

  private static void prefixes(String tag, Set<String> all) {
    String rest = filterTerm(tag);
    while (!rest.isEmpty()) {
      all.add(rest);
      rest = rest.substring(0, Math.max(0, rest.lastIndexOf('-')));
    }
  }

  private static void domains(String url, Set<String> all) {
    try {
      String host = new URI(url).getHost();
      String rest = host == null ? "" : filterTerm(host);
      while (rest.indexOf('.') > 0) {
        all.add(rest);
        rest = rest.substring(rest.indexOf('.') + 1);
      }
    } catch (URISyntaxException e) {
      // A URL that is none has no host to filter by; its document is found by everything else.
      all.add(filterTerm(url));
    }
  }

  private void term(String field, String value) {
    fields.add(new StringField(field, cut(value), Field.Store.NO));
  }

  private void text(String field, String value) {
    fields.add(new Field(field, value, HIGHLIGHTED));
  }

  private void texts(String field, Collection<String> values) {
    values.stream()
        .filter(value -> !value.isBlank())
        .limit(MOST_PEOPLE)
        .forEach(value -> fields.add(new TextField(field, cut(value), Field.Store.NO)));
  }

  private void facet(String field, String value) {
    fields.add(new SortedSetDocValuesField(field, new BytesRef(cut(value))));
  }

  private static String cut(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
  }
}
