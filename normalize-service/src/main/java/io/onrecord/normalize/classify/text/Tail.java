package io.onrecord.normalize.classify.text;

import io.onrecord.document.BlockType;
import io.onrecord.document.Category;
import io.onrecord.normalize.classify.Verdict;
import io.onrecord.normalize.classify.text.Lines.Furniture;
import io.onrecord.normalize.classify.text.Lines.Place;
import io.onrecord.normalize.cue.CueTable;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands below the body: credits, calls to action, advertisements, related links, comments,
 * the footer. Every paragraph speaks for one side or the other; the end of the body is where the
 * two sides part best. A labelled paragraph is always body.
 */
final class Tail {
  private static final double ENOUGH = 1.8;
  private static final int SHORT = 90;
  private static final Pattern SPEAKS =
      Pattern.compile(
          "我(?!们的?(?:公众号|视频号|网站|平台|课程|官网))|\\bi(?:'m|'ve|'d|'ll)?\\b|\\bmy\\b|\\bme\\b");
  private static final Pattern SPEAKS_FOR_MANY =
      Pattern.compile("我们|咱们|\\bwe\\b|\\bour\\b|\\bus\\b");
  private static final Pattern ADDRESS =
      Pattern.compile("^[^\\p{L}\\d]*(?:https?://|www\\.)\\S+[^\\p{L}\\d]*$");

  private final CueTable promo;

  Tail(CueTable promo) {
    this.promo = promo;
  }

  /** Decides what stands below the body, which begins at {@code body}. */
  void decide(PageText page, int body) {
    int floor = floor(page, body);
    int start = page.size();
    double sum = 0;
    double best = ENOUGH;
    for (int i = page.size() - 1; i >= floor; i--) {
      if (page.removed(i)) {
        continue;
      }
      sum += weigh(page, i);
      if (sum > best) {
        best = sum;
        start = i;
      }
    }
    remove(page, start);
  }

  /** The first paragraph after the last that is certainly body. */
  private static int floor(PageText page, int body) {
    for (int i = page.size() - 1; i >= body; i--) {
      if (page.labelled(i)) {
        return i + 1;
      }
    }
    return body + 1;
  }

  private double weigh(PageText page, int i) {
    Optional<Furniture> furniture = page.furniture(i).filter(Furniture::below);
    if (furniture.isPresent()) {
      return furniture.get().place() == Place.REST ? 3.5 : 2.6;
    }
    String folded = page.folded(i);
    if (ADDRESS.matcher(folded).find()) {
      return 0.8;
    }
    Shape shape = page.shape(i);
    double promotes = promotes(folded);
    double talks = 0;
    if (shape.weight() > 16 && SPEAKS.matcher(folded).find()) {
      talks += 2.2;
    }
    if (shape.weight() > 16 && SPEAKS_FOR_MANY.matcher(folded).find()) {
      talks += 0.7;
    }
    if (promotes > 0) {
      return promotes - talks;
    }
    if (page.block(i).type() == BlockType.LIST_ITEM) {
      return -0.02 - talks;
    }
    if (shape.prose()) {
      return -1 - talks;
    }
    return (page.block(i).type() == BlockType.HEADING ? -0.5 : -0.3) - talks;
  }

  private double promotes(String folded) {
    double weight = 0;
    for (CueTable.Hit hit : promo.find(folded)) {
      weight += hit.cue().role().equals("strong") ? 1.3 : 0.6;
    }
    return Math.min(2.6, weight);
  }

  private void remove(PageText page, int start) {
    Verdict.Remove last = null;
    for (int i = start; i < page.size(); i++) {
      if (page.removed(i)) {
        continue;
      }
      Optional<Furniture> furniture = page.furniture(i).filter(Furniture::below);
      if (furniture.isPresent()) {
        last = new Verdict.Remove(furniture.get().category(), furniture.get().rule(), 0.9);
        page.remove(i, last);
        continue;
      }
      Optional<CueTable.Hit> hit = promo.find(page.folded(i)).stream().findFirst();
      if (hit.isPresent()) {
        last = new Verdict.Remove(Category.ADVERTISEMENT, hit.get().cue().id(), 0.85);
        page.remove(i, last);
      } else {
        page.remove(i, like(last, page.shape(i)));
      }
    }
  }

  /** A paragraph without wording of its own is what the one above it was. */
  private static Verdict.Remove like(Verdict.@Nullable Remove last, Shape shape) {
    if (last == null) {
      Category category = shape.prose() ? Category.ADVERTISEMENT : Category.SITE_FOOTER;
      return new Verdict.Remove(category, "text.below-body", 0.7);
    }
    Category category =
        last.category() == Category.CALL_TO_ACTION && !shape.sentence() && shape.weight() < SHORT
            ? Category.RELATED_LINKS
            : last.category();
    return new Verdict.Remove(category, "text.below-body", 0.7);
  }
}
