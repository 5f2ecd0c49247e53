package io.onrecord.index.writer;

/** The fields of a document in the index; {@link LuceneFields} says what each holds. */
public final class Fields {
  /** The document id, one term. */
  public static final String ID = "id";

  /** The document as published, stored. */
  public static final String JSON = "json";

  public static final String TITLE = "title";

  /** {@link SearchableText} of the document. */
  public static final String TEXT = "text";

  /** Everybody who is named: speakers, interviewees, interviewers, authors; and the programme. */
  public static final String PEOPLE = "people";

  /** Those who speak, analysed: a filter by part of a name finds them. */
  public static final String SPEAKER = "speaker";

  /** Language tags and their prefixes, lower case: {@code zh-hans} is also {@code zh}. */
  public static final String LANGUAGE = "language";

  /** The site's name and the host with its parent domains, lower case. */
  public static final String SITE = "site";

  public static final String KIND = "kind";

  /** The first and the last day on which it may have been published, as days since 1970. */
  public static final String FIRST_DAY = "firstDay";

  public static final String LAST_DAY = "lastDay";

  /** Milliseconds since 1970 to sort by: when published, else when fetched. */
  public static final String TIME = "time";

  /** Counted beside a search. */
  public static final String LANGUAGE_FACET = "language.facet";

  public static final String SITE_FACET = "site.facet";
  public static final String SPEAKER_FACET = "speaker.facet";

  private Fields() {}
}
