/**
 * How text becomes search terms: the one analysis that documents and queries share.
 *
 * <p>In: any text, in any script. Out: terms with positions and with offsets into that very text
 * ({@link io.onrecord.index.analysis.SearchAnalyzer}; its steps are {@code FoldedText}, {@code
 * TermCutter} and Lucene's English stemmer).
 *
 * <p>What may change: anything, together with {@link
 * io.onrecord.index.analysis.SearchAnalyzer#VERSION}, which makes every index rebuild itself from
 * the documents topic. Where to look next: {@code io.onrecord.index.writer} for which fields are
 * analysed, {@code io.onrecord.index.search} for how terms become a query.
 */
@NullMarked
package io.onrecord.index.analysis;

import org.jspecify.annotations.NullMarked;
