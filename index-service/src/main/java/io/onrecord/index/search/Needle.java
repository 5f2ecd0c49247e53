package io.onrecord.index.search;

import io.onrecord.index.analysis.Term;
import io.onrecord.index.analysis.TermKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * One thing to look for: a word, a compound, a run of unspaced characters, or a phrase. Its terms
 * must stand in a row.
 */
record Needle(List<Term> terms) {

  /**
   * Cuts the terms of what was typed between two spaces where words meet unspaced characters, and
   * where a run of those ends.
   */
  static List<Needle> of(List<Term> terms) {
    List<Needle> needles = new ArrayList<>();
    List<Term> current = new ArrayList<>();
    boolean runEnded = false;
    for (Term term : terms) {
      if (term.kind() == TermKind.PAIR) {
        runEnded = false; // the run goes on with the next character
      } else if (!current.isEmpty() && (runEnded || isUnspaced(term) != isUnspaced(current))) {
        needles.add(new Needle(List.copyOf(current)));
        current.clear();
      }
      current.add(term);
      runEnded = term.kind() == TermKind.CHARACTER;
    }
    if (!current.isEmpty()) {
      needles.add(new Needle(List.copyOf(current)));
    }
    return needles;
  }

  private static boolean isUnspaced(List<Term> terms) {
    return isUnspaced(terms.getFirst());
  }

  private static boolean isUnspaced(Term term) {
    return term.kind() == TermKind.CHARACTER || term.kind() == TermKind.PAIR;
  }

  /** A word that says nothing by itself: {@code the}, {@code of}. */
  boolean isStopWord() {
    return terms.size() == 1
        && EnglishAnalyzer.ENGLISH_STOP_WORDS_SET.contains(terms.getFirst().text());
  }

  /** The needle in a field: its terms in a row, or the compound as one word. */
  Query in(String field) {
    Query row = row(field);
    Optional<Term> joined = joined();
    if (joined.isEmpty()) {
      return row;
    }
    return new BooleanQuery.Builder()
        .add(row, Occur.SHOULD)
        .add(term(field, joined.get()), Occur.SHOULD)
        .build();
  }

  /** Exactly in a row, as typed. */
  Query row(String field) {
    List<Term> row = rowTerms();
    if (row.size() == 1) {
      return term(field, row.getFirst());
    }
    PhraseQuery.Builder phrase = new PhraseQuery.Builder();
    int first = row.getFirst().position();
    row.forEach(term -> phrase.add(luceneTerm(field, term), term.position() - first));
    return phrase.build();
  }

  /** Its smallest parts that still mean something: words, pairs of characters. */
  List<Needle> parts() {
    return rowTerms().stream().map(term -> new Needle(List.of(term))).toList();
  }

  /** Words at their positions; pairs, and a character only where no pair covers it. */
  private List<Term> rowTerms() {
    var pairs =
        terms.stream()
            .filter(term -> term.kind() == TermKind.PAIR)
            .map(Term::position)
            .collect(Collectors.toSet());
    return terms.stream()
        .filter(
            term ->
                switch (term.kind()) {
                  case WORD, PAIR -> true;
                  case JOINED -> terms.size() == 1;
                  case CHARACTER ->
                      !pairs.contains(term.position()) && !pairs.contains(term.position() - 1);
                })
        .toList();
  }

  /** The compound as one word, when the needle is nothing but that compound. */
  private Optional<Term> joined() {
    return terms.stream()
        .filter(term -> term.kind() == TermKind.JOINED)
        .filter(term -> term.start() == terms.getFirst().start())
        .filter(term -> term.end() == terms.getLast().end())
        .findFirst();
  }

  private static Query term(String field, Term term) {
    return new TermQuery(luceneTerm(field, term));
  }

  private static org.apache.lucene.index.Term luceneTerm(String field, Term term) {
    return new org.apache.lucene.index.Term(field, term.text());
  }
}
