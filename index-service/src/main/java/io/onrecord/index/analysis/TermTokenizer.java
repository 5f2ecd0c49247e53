package io.onrecord.index.analysis;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Optional;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/** Gives Lucene the terms of {@link TermCutter}; the token type is the name of the term's kind. */
final class TermTokenizer extends Tokenizer {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final TypeAttribute type = addAttribute(TypeAttribute.class);

  private TermCutter cutter = new TermCutter("");
  private int position;
  private int length;

  @Override
  public void reset() throws IOException {
    super.reset();
    StringWriter text = new StringWriter();
    input.transferTo(text);
    length = text.getBuffer().length();
    cutter = new TermCutter(text.toString());
    position = -1;
  }

  @Override
  public boolean incrementToken() {
    clearAttributes();
    Optional<Term> next = cutter.next();
    if (next.isEmpty()) {
      return false;
    }
    Term found = next.get();
    term.append(found.text());
    offset.setOffset(correctOffset(found.start()), correctOffset(found.end()));
    increment.setPositionIncrement(found.position() - position);
    type.setType(found.kind().name());
    position = found.position();
    return true;
  }

  @Override
  public void end() throws IOException {
    super.end();
    offset.setOffset(correctOffset(length), correctOffset(length));
  }
}
