package io.onrecord.normalize.parse.text;

import io.onrecord.normalize.parse.Declared;
import io.onrecord.normalize.parse.Format;
import io.onrecord.normalize.parse.Parsed;
import io.onrecord.normalize.parse.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SubRip and WebVTT: a line of times, the lines of a caption, a blank line. Headers, notes, styles
 * and numbers are no text. Captions that roll (each repeats the last line of the one before) are
 * read once.
 */
public final class CaptionParser {
  private static final Pattern TIMES =
      Pattern.compile(
          "^\\s*((?:\\d{1,3}:)?\\d{1,2}:\\d{2}[.,]\\d{1,3})\\s*-->\\s*((?:\\d{1,3}:)?\\d{1,2}:\\d{2}[.,]\\d{1,3})");
  private static final Pattern TIME =
      Pattern.compile("(?:(\\d{1,3}):)?(\\d{1,2}):(\\d{2})[.,](\\d{1,3})");

  /** The page as paragraphs of what is said. */
  public Parsed parse(String text, Format format, Source source) {
    List<Caption> captions = new ArrayList<>();
    List<String> lines = text.lines().toList();
    String lastLine = "";
    for (int i = 0; i < lines.size(); i++) {
      Matcher times = TIMES.matcher(lines.get(i));
      if (!times.find()) {
        continue;
      }
      List<String> said = new ArrayList<>();
      Optional<String> voice = Optional.empty();
      boolean change = false;
      while (i + 1 < lines.size() && !lines.get(i + 1).isBlank()) {
        String raw = lines.get(++i);
        if (TIMES.matcher(raw).find()) {
          i--;
          break;
        }
        voice = voice.or(() -> CaptionText.voice(raw));
        change |= said.isEmpty() && CaptionText.changes(raw);
        String words = CaptionText.words(raw);
        if (!words.isEmpty() && !words.equals(lastLine)) {
          said.add(words);
        }
        lastLine = words.isEmpty() ? lastLine : words;
      }
      if (!said.isEmpty() && said.getLast().matches("\\d{1,6}") && nextIsTimes(lines, i)) {
        said.removeLast();
      }
      if (!said.isEmpty()) {
        captions.add(
            new Caption(
                duration(times.group(1)),
                duration(times.group(2)),
                voice,
                Spoken.join(said),
                change));
      }
    }
    return new Parsed(source, format, Declared.NOTHING, Spoken.paragraphs(captions));
  }

  private static boolean nextIsTimes(List<String> lines, int i) {
    return i + 1 < lines.size() && TIMES.matcher(lines.get(i + 1)).find();
  }

  private static Duration duration(String time) {
    Matcher m = TIME.matcher(time);
    if (!m.matches()) {
      throw new IllegalArgumentException("not a time: " + time);
    }
    long hours = m.group(1) == null ? 0 : Long.parseLong(m.group(1));
    String millis = (m.group(4) + "00").substring(0, 3);
    return Duration.ofHours(hours)
        .plusMinutes(Long.parseLong(m.group(2)))
        .plusSeconds(Long.parseLong(m.group(3)))
        .plusMillis(Long.parseLong(millis));
  }
}
