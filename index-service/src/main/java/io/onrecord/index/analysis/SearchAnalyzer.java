package io.onrecord.index.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/**
 * The analysis of every searched field and of every query: folded, cut into terms, English words
 * reduced to their stem by a dictionary (so {@code interviews} is {@code interview}, and {@code
 * news} stays). Thread-safe.
 */
public final class SearchAnalyzer extends Analyzer {
  /** Changes whenever the same text would give other terms. */
  public static final String VERSION = "1";

  @Override
  protected TokenStreamComponents createComponents(String field) {
    TermTokenizer tokenizer = new TermTokenizer();
    return new TokenStreamComponents(tokenizer, new KStemFilter(tokenizer));
  }

  /** The terms of a text, in order of position. */
  public List<Term> terms(String text) {
    List<Term> terms = new ArrayList<>();
    try (TokenStream stream = tokenStream("", text)) {
      CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
      OffsetAttribute offset = stream.getAttribute(OffsetAttribute.class);
      PositionIncrementAttribute step = stream.getAttribute(PositionIncrementAttribute.class);
      TypeAttribute type = stream.getAttribute(TypeAttribute.class);
      int position = -1;
      stream.reset();
      while (stream.incrementToken()) {
        position += step.getPositionIncrement();
        terms.add(
            new Term(
                term.toString(),
                TermKind.valueOf(type.type()),
                position,
                offset.startOffset(),
                offset.endOffset()));
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException("reading a text in memory", e);
    }
    return terms;
  }
}
