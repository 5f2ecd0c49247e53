package io.onrecord.normalize.cue;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A wording that is evidence for something.
 *
 * @param id its name, printed as the rule of what it removes: {@code sponsor.en.brought-to-you}
 * @param role what it is evidence for; the words are the table's own
 * @param keys folded words of which at least one occurs wherever the pattern does
 * @param pattern the wording, over folded text
 * @param example a text with the wording in it
 */
public record Cue(String id, String role, List<String> keys, Pattern pattern, String example) {
  public Cue {
    keys = List.copyOf(keys);
  }
}
