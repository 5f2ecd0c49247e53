package io.onrecord.index.analysis;

/**
 * A search term and where it stands.
 *
 * @param text folded and stemmed
 * @param kind what it is made of
 * @param position counts words and unspaced characters from 0; a joined compound and a pair share
 *     the position of their first part
 * @param start offset of its original in the text, in UTF-16 units
 * @param end offset behind its original
 */
public record Term(String text, TermKind kind, int position, int start, int end) {}
