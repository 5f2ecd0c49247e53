package io.onrecord.index.search;

import io.onrecord.index.analysis.SearchAnalyzer;
import io.onrecord.index.analysis.Term;
import io.onrecord.index.analysis.TermKind;
import io.onrecord.index.writer.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;

/**
 * What was typed, as questions to the index.
 *
 * <p>A needle in the title counts most, then in a name, then in the text; all of the words in a
 * row, as they were typed, count on top of that.
 */
final class ParsedQuery {
  private static final float TITLE_WEIGHT = 5;
  private static final float PEOPLE_WEIGHT = 3;
  private static final float TIE = 0.2f;
  private static final float ROW_IN_TITLE_WEIGHT = 8;
  private static final float ROW_IN_TEXT_WEIGHT = 3;
  private static final float NEAR_IN_TEXT_WEIGHT = 1.5f;
  private static final int NEAR = 8;
  private static final double LEAST_SHARE_OF_PARTS = 0.5;

  private final List<Needle> words = new ArrayList<>();
  private final List<Needle> phrases = new ArrayList<>();
  private final List<Needle> excluded = new ArrayList<>();
  private final List<Term> inARow;

  ParsedQuery(SearchAnalyzer analyzer, String typed) {
    StringBuilder plain = new StringBuilder();
    for (TypedQuery.Clause clause : TypedQuery.read(typed).clauses()) {
      List<Term> terms = analyzer.terms(clause.text());
      if (terms.isEmpty()) {
        continue; // nothing but punctuation
      }
      if (clause.excluded()) {
        excluded.add(new Needle(terms));
      } else if (clause.phrase()) {
        phrases.add(new Needle(terms));
      } else {
        words.addAll(Needle.of(terms));
      }
      if (!clause.excluded()) {
        plain.append(clause.text()).append(' ');
      }
    }
    inARow = analyzer.terms(plain.toString());
  }

  /** Whether it asks for anything; if not, every document that is not excluded matches. */
  boolean asksForSomething() {
    return !words.isEmpty() || !phrases.isEmpty();
  }

  /** Documents that have all of it. */
  Query all() {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    boolean onlyStopWords = phrases.isEmpty() && words.stream().allMatch(Needle::isStopWord);
    for (Needle word : words) {
      boolean optional = word.isStopWord() && !onlyStopWords;
      query.add(anywhere(word), optional ? Occur.SHOULD : Occur.MUST);
    }
    return finish(query);
  }

  /** Documents that have at least half of it; empty when that would be the same as all of it. */
  Optional<Query> some() {
    List<Needle> parts =
        words.stream()
            .filter(word -> !word.isStopWord())
            .flatMap(word -> word.parts().stream())
            .toList();
    if (parts.size() < 2) {
      return Optional.empty();
    }
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    BooleanQuery.Builder some = new BooleanQuery.Builder();
    parts.forEach(part -> some.add(anywhere(part), Occur.SHOULD));
    some.setMinimumNumberShouldMatch((int) Math.ceil(parts.size() * LEAST_SHARE_OF_PARTS));
    query.add(some.build(), Occur.MUST);
    return Optional.of(finish(query));
  }

  /** What to mark in a field of a document that was found. */
  List<Query> marks(String field, boolean partial) {
    List<Query> marks = new ArrayList<>();
    phrases.forEach(phrase -> marks.add(phrase.row(field)));
    boolean onlyStopWords = words.stream().allMatch(Needle::isStopWord);
    words.stream()
        .filter(word -> onlyStopWords || !word.isStopWord())
        .forEach(
            word -> {
              marks.add(word.in(field));
              if (partial) {
                word.parts().forEach(part -> marks.add(part.in(field)));
              }
            });
    return marks;
  }

  private Query finish(BooleanQuery.Builder query) {
    phrases.forEach(
        phrase ->
            query.add(
                best(phrase.row(Fields.TITLE), phrase.row(Fields.PEOPLE), phrase.row(Fields.TEXT)),
                Occur.MUST));
    excluded.forEach(
        needle -> {
          query.add(needle.row(Fields.TITLE), Occur.MUST_NOT);
          query.add(needle.row(Fields.PEOPLE), Occur.MUST_NOT);
          query.add(needle.row(Fields.TEXT), Occur.MUST_NOT);
        });
    if (!asksForSomething()) {
      query.add(MatchAllDocsQuery.INSTANCE, Occur.MUST);
    } else if (words.size() + phrases.size() > 1) {
      Needle row = new Needle(inARow);
      query.add(new BoostQuery(row.row(Fields.TITLE), ROW_IN_TITLE_WEIGHT), Occur.SHOULD);
      query.add(new BoostQuery(row.row(Fields.TEXT), ROW_IN_TEXT_WEIGHT), Occur.SHOULD);
      near().ifPresent(near -> query.add(near, Occur.SHOULD));
    }
    return query.build();
  }

  /** The words close to each other, in whatever order. */
  private Optional<Query> near() {
    List<String> terms =
        inARow.stream()
            .filter(term -> term.kind() == TermKind.WORD)
            .map(Term::text)
            .distinct()
            .collect(Collectors.toList());
    return terms.size() < 2
        ? Optional.empty()
        : Optional.of(
            new BoostQuery(
                new PhraseQuery(NEAR, Fields.TEXT, terms.toArray(String[]::new)),
                NEAR_IN_TEXT_WEIGHT));
  }

  private static Query anywhere(Needle needle) {
    return best(needle.in(Fields.TITLE), needle.in(Fields.PEOPLE), needle.in(Fields.TEXT));
  }

  private static Query best(Query title, Query people, Query text) {
    return new DisjunctionMaxQuery(
        List.of(new BoostQuery(title, TITLE_WEIGHT), new BoostQuery(people, PEOPLE_WEIGHT), text),
        TIE);
  }
}
