package io.onrecord.normalize.classify.talk;

import java.util.regex.Pattern;

/**
 * Where a read starts when nothing announces it: hosts slide from talk into advertisement ("Look,
 * everybody works with …", "So one of the things I asked her …"). Every sentence before the first
 * evidence may be the start; each is weighed by how it begins, what stands before it, and what
 * would be swallowed: a question with hesitation in it is talk, a word about the guest in the third
 * person is not.
 */
final class LeadIn {
  private static final int REACH = 12;
  private static final Pattern FRESH_START =
      Pattern.compile(
          "^[^\\p{L}\\d]*(?:look|so|hey|now|ok|okay|alright|all right|real quick|speaking of|anyways?|listen|quick|before|"
              + "if you|have you|let me|here's|you know what|imagine|did you|do you|are you|one of the|support|this "
              + "(?:episode|show|podcast)|today's|our sponsor)\\b"
              + "|^[^\\p{L}\\d]*(?:看|所以|那么|说到|提到|顺便|另外|大家|各位|听众|插播|先|如果你|你是否|你有没有|对了|好|想象|最近|在此|这里|本期|本集|本节目|这一?期|感谢)");
  private static final Pattern HESITATION =
      Pattern.compile(
          "\\b(?:um+|uh+|er+m?|hmm+|mm+)\\b|^[^\\p{L}\\d]*(?:嗯|呃|额|哦|噢)|\\bi don't know\\b|我不知道");
  private static final Pattern TALK =
      Pattern.compile(
          "\\b(?:i think|i mean|you know|we(?:'re| are| have)|my (?:view|sense))\\b|我(?:认为|觉得|的意思)");
  private static final int SHORT = 12;

  private final Talk talk;
  private final Pattern guest;

  LeadIn(Talk talk, String guest) {
    this.talk = talk;
    this.guest =
        guest.isEmpty()
            ? Pattern.compile("(?!)")
            : Pattern.compile(
                "(?:asked|ask|told|with|for|to|about|interview(?:ed|ing)?|问|采访|和|跟|与|为|给|对) ?"
                    + Pattern.quote(guest));
  }

  /** How good each sentence before the evidence is as a start: index 0 is the evidence itself. */
  double[] weigh(int evidence) {
    int reach = 0;
    while (reach < REACH && evidence - reach > 0 && reachable(evidence - reach)) {
      reach++;
    }
    double[] weights = new double[reach + 1];
    double swallowed = 0;
    for (int back = 0; back <= reach; back++) {
      int at = evidence - back;
      if (back > 0) {
        swallowed += cost(at);
      }
      weights[back] = start(at) - swallowed;
    }
    return weights;
  }

  /** The best start at or before the evidence. */
  int from(int evidence) {
    double[] weights = weigh(evidence);
    int best = 0;
    for (int back = 1; back < weights.length; back++) {
      if (weights[back] > weights[best]) {
        best = back;
      }
    }
    return evidence - best;
  }

  /** A lead-in is in the passage of the evidence. */
  private boolean reachable(int at) {
    return !talk.at(at).first();
  }

  private double start(int at) {
    Utterance u = talk.at(at);
    double weight = 0;
    if (u.first()) {
      weight += 1.5;
    }
    if (FRESH_START.matcher(u.folded()).find()) {
      weight += 2;
    }
    if (!u.first()) {
      Utterance before = talk.at(at - 1);
      if (asks(before)) {
        weight += 1;
      }
      if (HESITATION.matcher(before.folded()).find()) {
        weight += 0.5;
      }
    }
    return weight;
  }

  private double cost(int at) {
    Utterance u = talk.at(at);
    boolean hesitates = HESITATION.matcher(u.folded()).find();
    double cost = 0.25;
    if (u.has("greeting") || u.has("open")) {
      return -1;
    }
    if (guest.matcher(u.folded()).find()) {
      cost -= 1.2;
    }
    if (asks(u)) {
      cost += hesitates ? 2.5 : 0.8;
    }
    if (hesitates) {
      cost += 1.2;
    }
    if (TALK.matcher(u.folded()).find()) {
      cost += 0.3;
    }
    return u.folded().length() < SHORT ? cost * 0.6 : cost;
  }

  private static boolean asks(Utterance u) {
    String trimmed = u.folded().strip();
    return trimmed.endsWith("?") || trimmed.endsWith("?\"");
  }
}
