package io.onrecord.index.search;

import io.onrecord.document.Document;
import io.onrecord.document.Turn;
import io.onrecord.index.writer.SearchableText;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Picks the parts of a text that show best why it was found: those with the most different things
 * that were looked for and not yet shown, then with the most of them, then the earliest. A passage
 * stays within its block, starts with a sentence where one starts near, and never cuts a word or a
 * character.
 */
final class Passages {
  /** The most passages of a hit. */
  static final int MOST = 3;

  /** Widths in columns: a Chinese character takes two, so that both scripts fill the same space. */
  private static final int WIDEST = 240;

  private static final int WIDEST_BEFORE_MARK = 80;
  private static final String SENTENCE_ENDS = ".!?。！？…；;";

  private final Document document;
  private final SearchableText searchable;
  private final String text;
  private final List<Mark> marks;

  private Passages(Document document, SearchableText searchable, List<Mark> marks) {
    this.document = document;
    this.searchable = searchable;
    this.text = searchable.text();
    this.marks = marks;
  }

  /** The passages of a document around these marks, in reading order. */
  static List<Hit.Passage> of(Document document, List<Mark> found) {
    Passages passages = new Passages(document, SearchableText.of(document), Mark.merged(found));
    return passages.marks.isEmpty() ? passages.beginning() : passages.best();
  }

  /** A part of the text, with what it has to say for itself. */
  private record Window(int block, int start, int end, BitSet needles, int marks) {
    int adds(BitSet shown) {
      BitSet added = (BitSet) needles.clone();
      added.andNot(shown);
      return added.cardinality();
    }
  }

  private List<Hit.Passage> best() {
    List<Window> windows = new ArrayList<>();
    for (int i = 0; i < marks.size(); i++) {
      windows.add(window(i));
    }
    List<Window> chosen = new ArrayList<>();
    BitSet shown = new BitSet();
    while (!windows.isEmpty() && chosen.size() < MOST) {
      Window best = Collections.max(windows, preferred(shown));
      chosen.add(best);
      shown.or(best.needles);
      windows.removeIf(w -> w.start < best.end && best.start < w.end || w.equals(best));
    }
    chosen.sort(Comparator.comparingInt(Window::start));
    return chosen.stream().map(this::passage).toList();
  }

  private static Comparator<Window> preferred(BitSet shown) {
    return Comparator.comparingInt((Window window) -> window.adds(shown))
        .thenComparingInt(window -> window.needles.cardinality())
        .thenComparingInt(Window::marks)
        .thenComparing(Comparator.comparingInt(Window::start).reversed());
  }

  /** The window that starts with (or shortly before) a mark. */
  private Window window(int first) {
    Mark anchor = marks.get(first);
    int block = searchable.blockAt(anchor.start());
    int blockStart = searchable.startOf(block);
    int blockEnd = searchable.endOf(block);
    int start = startBefore(anchor.start(), blockStart);
    int end = endAfter(start, Math.min(anchor.end(), blockEnd), blockEnd);
    BitSet needles = new BitSet();
    int count = 0;
    for (int i = first; i < marks.size() && marks.get(i).end() <= end; i++) {
      needles.set(marks.get(i).needle());
      count++;
    }
    return new Window(block, start, Math.max(start, end), needles, count);
  }

  /** The nearest start of a sentence, else of a word as far before as there is room for. */
  private int startBefore(int mark, int blockStart) {
    int at = mark;
    int wordStart = mark;
    for (int width = 0; at > blockStart && width < WIDEST_BEFORE_MARK; ) {
      int before = text.codePointBefore(at);
      if (isSentenceEnd(before) && at < mark && !Character.isDigit(text.codePointAt(at))) {
        return skipSpace(at, mark);
      }
      at -= Character.charCount(before);
      width += width(before);
      if (at == blockStart || mayCut(text.codePointBefore(at), before)) {
        wordStart = at;
      }
    }
    return at == blockStart ? blockStart : skipSpace(wordStart, mark);
  }

  /** As far as there is room for, at the end of a word; a little earlier if a sentence ends. */
  private int endAfter(int start, int least, int blockEnd) {
    int at = start;
    int wordEnd = least;
    for (int width = 0; at < blockEnd && (width < WIDEST || at < least); ) {
      int point = text.codePointAt(at);
      at += Character.charCount(point);
      width += width(point);
      if (at >= least && (at == blockEnd || mayCut(point, text.codePointAt(at)))) {
        wordEnd = at;
      }
    }
    return at >= blockEnd ? blockEnd : wordEnd;
  }

  private List<Hit.Passage> beginning() {
    for (int block = 0; block < searchable.blocks(); block++) {
      int start = searchable.startOf(block);
      int end = searchable.endOf(block);
      boolean heading =
          !document.blocks().isEmpty()
              && document.blocks().get(block).type() == io.onrecord.document.BlockType.HEADING;
      if (!heading && !text.substring(start, end).isBlank()) {
        return List.of(
            passage(new Window(block, start, endAfter(start, start, end), new BitSet(), 0)));
      }
    }
    return List.of();
  }

  private Hit.Passage passage(Window window) {
    List<Hit.Piece> pieces = new ArrayList<>(Mark.pieces(text, window.start, window.end, marks));
    if (window.start > searchable.startOf(window.block)) {
      pieces.addFirst(new Hit.Piece("… ", false));
    }
    if (window.end < searchable.endOf(window.block)) {
      pieces.add(new Hit.Piece(" …", false));
    }
    return new Hit.Passage(window.block, speaker(window.block), List.copyOf(pieces));
  }

  private Optional<String> speaker(int block) {
    if (block >= document.blocks().size()) {
      return Optional.empty();
    }
    int turn = document.blocks().get(block).turn().orElse(-1);
    return turn < 0 || turn >= document.turns().size()
        ? Optional.empty()
        : Optional.of(document.turns().get(turn)).map(Turn::speaker);
  }

  private int skipSpace(int at, int limit) {
    int start = at;
    while (start < limit && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    return start;
  }

  private static boolean isSentenceEnd(int point) {
    return SENTENCE_ENDS.indexOf(point) >= 0;
  }

  /** Between two code points that are not of one word. */
  private static boolean mayCut(int before, int after) {
    return !(isWordLetter(before) && isWordLetter(after));
  }

  private static boolean isWordLetter(int point) {
    return Character.isLetterOrDigit(point) && !Character.isIdeographic(point);
  }

  private static int width(int point) {
    return point >= 0x1100 && !isWordLetter(point) || Character.isIdeographic(point) ? 2 : 1;
  }
}
