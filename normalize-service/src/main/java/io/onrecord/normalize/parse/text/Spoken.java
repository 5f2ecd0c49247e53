package io.onrecord.normalize.parse.text;

import io.onrecord.document.BlockType;
import io.onrecord.normalize.parse.Origin;
import io.onrecord.normalize.parse.RawBlock;
import io.onrecord.normalize.text.Fold;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Puts captions together to paragraphs: a caption ends where the screen is full, a paragraph where
 * somebody else speaks, where there is a pause after a sentence, or where it is long enough.
 */
final class Spoken {
  private static final Duration PAUSE = Duration.ofMillis(1800);
  private static final int LONG = 480;
  private static final int LONGEST = 1200;
  private static final Pattern LABEL =
      Pattern.compile(
          "^(?:\\p{Lu}[\\p{L}'’.-]*(?: [\\p{Lu}\\d][\\p{L}'’.-]*){0,3}|[\\p{IsHan}·]{1,10}) ?[:：](?!//)\\s?\\S.*",
          Pattern.DOTALL);

  private Spoken() {}

  static List<RawBlock> paragraphs(List<Caption> captions) {
    List<RawBlock> blocks = new ArrayList<>();
    List<String> open = new ArrayList<>();
    int length = 0;
    Caption first = null;
    Caption last = null;
    for (Caption caption : captions) {
      if (first != null && last != null && breaks(last, caption, length)) {
        blocks.add(block(open, first, last));
        open.clear();
        length = 0;
        first = null;
      }
      first = first == null ? caption : first;
      last = caption;
      open.add(caption.text());
      length += caption.text().length();
    }
    if (first != null && last != null) {
      blocks.add(block(open, first, last));
    }
    return blocks;
  }

  private static boolean breaks(Caption last, Caption next, int length) {
    boolean sentence = last.text().matches("(?s).*[.!?。！？…][\"'”’)）」]*");
    boolean pause = next.start().minus(last.end()).compareTo(PAUSE) >= 0;
    return !last.voice().equals(next.voice())
        || next.change()
        || LABEL.matcher(next.text()).matches()
        || sentence && (pause || length >= LONG)
        || length >= LONGEST;
  }

  private static RawBlock block(List<String> said, Caption first, Caption last) {
    Origin origin = new Origin.Cue(first.start(), last.end(), first.voice());
    return RawBlock.of(BlockType.PARAGRAPH, join(said), origin);
  }

  /** Words with spaces between them, Chinese characters without. */
  static String join(List<String> pieces) {
    StringBuilder text = new StringBuilder();
    for (String piece : pieces) {
      if (text.length() > 0 && spaced(text.charAt(text.length() - 1), piece.charAt(0))) {
        text.append(' ');
      }
      text.append(piece);
    }
    return text.toString();
  }

  private static boolean spaced(char before, char after) {
    boolean han = wide(before) || wide(after);
    return !han && ".,;:!?%)]}".indexOf(after) < 0;
  }

  private static boolean wide(char c) {
    return Fold.ideographic(c) || c >= '\u3000' && c <= '\u303F' || c >= '\uFF00' && c <= '\uFF65';
  }
}
