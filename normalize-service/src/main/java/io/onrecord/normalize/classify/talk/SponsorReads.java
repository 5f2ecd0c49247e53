package io.onrecord.normalize.classify.talk;

import io.onrecord.document.Category;
import io.onrecord.normalize.cue.CueTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the sponsor reads of a talk.
 *
 * <p>A read is an anchor (a sentence that says who pays for this very programme, or announces an
 * advertisement) and the company it keeps: an opening, where to buy, the product's name again, the
 * way back to the talk. One wording alone decides nothing: guests say "brought to you by" too, and
 * people are interviewed about advertising.
 */
final class SponsorReads {
  private static final int GAP_BEFORE = 7;
  private static final int GAP_AFTER = 3;
  private static final int TO_CLOSE = 30;
  private static final int NEIGHBOURHOOD = 400;
  private static final int MOST_READS = 40;
  private static final int MOST_TRIES = 1000;
  private static final double ENOUGH = 3;
  private static final Pattern BACK_TO =
      Pattern.compile(
          "(?:back to|return(?:ing)? to|回到|继续)(?: my| our| the)?(?: \\w+ with)? ?([\\p{L}·' -]{2,30})");
  private static final Pattern SHOW =
      Pattern.compile(
          "\\b(?:show|episode|podcast|interview|conversation|program|programme|video|chat|it|our|the)\\b|节目|访谈|对话|采访|正题|主题|播客|内容");

  private final Talk talk;

  /** The sentences' letters, as far as a name has been looked for in them. */
  private final @Nullable String[] squeezed;

  SponsorReads(Talk talk) {
    this.talk = talk;
    this.squeezed = new String[talk.size()];
  }

  /** The reads, in order, apart from each other. */
  List<Stretch> find() {
    List<Stretch> reads = new ArrayList<>();
    int after = 0;
    int tries = 0;
    for (int i = 0; i < talk.size() && reads.size() < MOST_READS && tries < MOST_TRIES; i++) {
      Utterance u = talk.at(i);
      if (u.begins()) {
        tries++;
        Optional<Stretch> read = around(i, after);
        if (read.isPresent()) {
          reads.add(read.get());
          after = read.get().last() + 1;
          i = read.get().last();
        }
      }
    }
    return reads;
  }

  private Optional<Stretch> around(int anchor, int after) {
    int close = close(anchor);
    Products products = new Products();
    learn(products, anchor, close < 0 ? Math.min(talk.size() - 1, anchor + 8) : close, after);
    String guest = close < 0 ? "" : guest(close);
    if (!guest.isEmpty()) {
      products.forget(guest);
    }
    forgetCommon(products, anchor);
    int last = close >= 0 ? close : lastEvidence(anchor, products);
    int earliest = firstEvidence(anchor, after, products);
    Evidence evidence = weigh(earliest, last, products);
    if (evidence.weight < ENOUGH || !evidence.anchored) {
      return Optional.empty();
    }
    int first = first(earliest, after, guest);
    return Optional.of(
        new Stretch(
            first,
            last,
            end(last, last == close),
            earliest,
            Category.SPONSOR_READ,
            evidence.rule,
            Math.min(0.99, 0.55 + 0.07 * evidence.weight)));
  }

  /** The sentence that leads back to the talk, if one does before somebody else talks on. */
  private int close(int anchor) {
    for (int i = anchor; i < Math.min(talk.size(), anchor + TO_CLOSE); i++) {
      if (i > anchor && talk.changesSpeaker(i) && !evidenceSoon(i)) {
        return -1;
      }
      if (talk.at(i).has("close")) {
        return i;
      }
    }
    return -1;
  }

  private boolean evidenceSoon(int i) {
    for (int j = i; j < Math.min(talk.size(), i + 3); j++) {
      if (talk.at(j).passage() == talk.at(i).passage() && !talk.at(j).hits().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private void learn(Products products, int anchor, int last, int after) {
    for (int i = Math.max(after, anchor - GAP_BEFORE); i <= last; i++) {
      Utterance u = talk.at(i);
      if (u.anchors() || u.has("pitch") || u.has("open") || u.has("sponsor-weak")) {
        products.learn(talk.text(i));
      }
    }
  }

  /** A name that is as common elsewhere in the talk is a subject of the talk. */
  private void forgetCommon(Products products, int anchor) {
    int from = Math.max(0, anchor - NEIGHBOURHOOD);
    int to = Math.min(talk.size(), anchor + NEIGHBOURHOOD);
    for (String name : products.names()) {
      int near = 0;
      int far = 0;
      for (int i = from; i < to; i++) {
        if (squeezed(i).contains(name)) {
          near += Math.abs(i - anchor) <= TO_CLOSE ? 1 : 0;
          far += Math.abs(i - anchor) <= TO_CLOSE ? 0 : 1;
        }
      }
      if (far > 2 && far >= near) {
        products.forget(name);
      }
    }
  }

  private boolean mentions(int i, Products products) {
    return products.any() && products.mentionedIn(squeezed(i));
  }

  private String squeezed(int i) {
    String known = squeezed[i];
    if (known == null) {
      known = Products.squeeze(talk.at(i).folded());
      squeezed[i] = known;
    }
    return known;
  }

  private boolean isEvidence(int i, Products products) {
    Utterance u = talk.at(i);
    return u.anchors()
        || u.has("open")
        || u.has("pitch")
        || u.has("sponsor-weak")
        || mentions(i, products);
  }

  private int firstEvidence(int anchor, int after, Products products) {
    int earliest = anchor;
    int gap = 0;
    for (int i = anchor; i > after && gap < GAP_BEFORE; ) {
      if (talk.changesSpeaker(i)) {
        break;
      }
      i--;
      if (talk.at(i).has("close") && !talk.at(i).anchors()) {
        break;
      }
      if (isEvidence(i, products)) {
        earliest = i;
        gap = 0;
        if (talk.at(i).has("open")) {
          break;
        }
      } else {
        gap++;
      }
    }
    return earliest;
  }

  private int lastEvidence(int anchor, Products products) {
    int last = anchor;
    int gap = 0;
    for (int i = anchor + 1; i < talk.size() && gap < GAP_AFTER; i++) {
      if (talk.changesSpeaker(i) && !evidenceSoon(i)) {
        break;
      }
      if (isEvidence(i, products)) {
        last = i;
        gap = 0;
      } else {
        gap++;
      }
    }
    return last;
  }

  /** An opening starts the read, with the greeting before it; otherwise the lead-in is searched. */
  private int first(int earliest, int after, String guest) {
    int first =
        talk.at(earliest).has("open") || talk.at(earliest).has("label")
            ? earliest
            : new LeadIn(talk, guest).from(earliest);
    while (first > after && !talk.at(first).first() && talk.at(first - 1).has("greeting")) {
      first--;
    }
    return Math.max(first, after);
  }

  private record Evidence(double weight, boolean anchored, String rule) {}

  private Evidence weigh(int first, int last, Products products) {
    double sponsor = 0;
    double open = 0;
    double pitch = 0;
    double close = 0;
    double mentions = 0;
    boolean anchored = false;
    String rule = "";
    double strongest = 0;
    for (int i = first; i <= last; i++) {
      for (CueTable.Hit hit : talk.at(i).hits()) {
        double weight = weight(hit.cue().role());
        switch (hit.cue().role()) {
          case "sponsor", "label" -> {
            sponsor = Math.max(sponsor, weight);
            anchored = true;
          }
          case "sponsor-weak" -> sponsor = Math.max(sponsor, weight);
          case "open" -> open = Math.max(open, weight);
          case "pitch" -> pitch = Math.min(3, pitch + weight);
          case "close" -> close = Math.max(close, weight);
          default -> {}
        }
        if (weight > strongest) {
          strongest = weight;
          rule = hit.cue().id();
        }
      }
      if (mentions(i, products)) {
        mentions = Math.min(1.2, mentions + 0.3);
      }
    }
    boolean announced = open > 0 && (pitch >= 2 || pitch >= 1 && close > 0);
    boolean weakly = sponsor > 0 && pitch >= 1 && (close > 0 || open > 0 || pitch >= 2);
    return new Evidence(
        sponsor + open + pitch + close + mentions, anchored || announced || weakly, rule);
  }

  private static double weight(String role) {
    return switch (role) {
      case "sponsor", "label" -> 2.6;
      case "open" -> 1.4;
      case "sponsor-weak", "pitch" -> 1;
      case "close" -> 1.2;
      default -> 0;
    };
  }

  /** Usually the end of the sentence; "and now back to Ines, when you say …" ends at the comma. */
  private int end(int last, boolean closes) {
    Utterance u = talk.at(last);
    if (closes) {
      for (CueTable.Hit hit : u.hits()) {
        if (hit.cue().role().equals("close") && hit.to() < u.folded().length() - 25) {
          Matcher comma = Pattern.compile("\\G[^,:;]{0,24}[,:;-]\\s*").matcher(u.folded());
          if (comma.find(hit.to()) && comma.end() < u.folded().length() - 15) {
            return u.from() + comma.end();
          }
        }
      }
    }
    return u.to();
  }

  private String guest(int close) {
    Matcher m = BACK_TO.matcher(talk.at(close).folded());
    String name = "";
    while (m.find()) {
      name = m.group(1).strip();
    }
    return SHOW.matcher(name).find() ? "" : name;
  }
}
