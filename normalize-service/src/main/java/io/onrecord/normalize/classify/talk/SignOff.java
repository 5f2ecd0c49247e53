package io.onrecord.normalize.classify.talk;

import io.onrecord.document.Category;
import io.onrecord.normalize.cue.CueTable;
import java.util.ArrayList;
import java.util.List;

/**
 * The end of a programme that is spoken to the audience: thanks for listening, please subscribe,
 * see you next week. Found from the end backwards, so that the same words inside the talk stay. The
 * last thanks between host and guest are part of the talk.
 */
final class SignOff {
  private static final int REACH = 60;
  private static final int GAP = 3;
  private static final int TAIL = 4;

  private final Talk talk;
  private final CueTable frame;

  SignOff(Talk talk, CueTable frame) {
    this.talk = talk;
    this.frame = frame;
  }

  /** The sign-off, one stretch for each run of one category. */
  List<Stretch> find() {
    int start = -1;
    int gap = 0;
    List<String> rules = new ArrayList<>();
    List<Category> categories = new ArrayList<>();
    int stop = Math.max(0, talk.size() - REACH);
    for (int i = talk.size() - 1; i >= stop && gap <= (start < 0 ? TAIL : GAP); i--) {
      String rule = "";
      Category category = Category.ENGAGEMENT_PROMPT;
      for (CueTable.Hit hit : frame.find(talk.at(i).folded())) {
        String role = hit.cue().role();
        if (!role.equals("welcome") && (rule.isEmpty() || role.equals("advert"))) {
          rule = hit.cue().id();
          category = role.equals("advert") ? Category.ADVERTISEMENT : Category.ENGAGEMENT_PROMPT;
        }
      }
      rules.add(0, rule);
      categories.add(0, category);
      if (rule.isEmpty()) {
        gap++;
      } else {
        start = i;
        gap = 0;
      }
      if (talk.changesSpeaker(i)) {
        break;
      }
    }
    return start < 0 ? List.of() : stretches(withGreeting(start), rules, categories);
  }

  private int withGreeting(int start) {
    int first = start;
    while (first > 0 && !talk.at(first).first() && talk.at(first - 1).has("greeting")) {
      first--;
    }
    return first;
  }

  /** A passage of the sign-off is an advertisement if any of its sentences is. */
  private List<Stretch> stretches(int start, List<String> rules, List<Category> categories) {
    List<Stretch> stretches = new ArrayList<>();
    int offset = talk.size() - rules.size();
    int first = start;
    while (first < talk.size()) {
      int last = first;
      while (last + 1 < talk.size() && !talk.at(last + 1).first()) {
        last++;
      }
      String rule = "";
      Category category = Category.ENGAGEMENT_PROMPT;
      for (int i = Math.max(first, offset); i <= last; i++) {
        if (!rules.get(i - offset).isEmpty()
            && (rule.isEmpty() || categories.get(i - offset) == Category.ADVERTISEMENT)) {
          rule = rules.get(i - offset);
          category = categories.get(i - offset);
        }
      }
      stretches.add(
          new Stretch(
              first,
              last,
              talk.at(last).to(),
              first,
              category,
              rule.isEmpty() ? "frame.sign-off" : rule,
              0.9));
      first = last + 1;
    }
    return stretches;
  }
}
