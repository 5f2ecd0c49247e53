package io.onrecord.normalize.classify.text;

import io.onrecord.document.Category;
import io.onrecord.normalize.cue.CueTable;
import java.util.Locale;
import java.util.Optional;

/** What a line is by its wording alone. Thread-safe. */
final class Lines {
  private static final int LONGEST = 480;
  private static final int LONGEST_IMAGE = 4000;

  private final CueTable table = CueTable.load("line");

  /** Where a wording counts. */
  enum Place {
    ANY,
    HEAD,
    TAIL,
    EDGE,
    SECTION,
    REST
  }

  /** A line that is furniture if it stands in its place. */
  record Furniture(Category category, Place place, String rule) {
    boolean above() {
      return place == Place.ANY
          || place == Place.HEAD
          || place == Place.EDGE
          || place == Place.SECTION;
    }

    boolean below() {
      return place != Place.HEAD;
    }
  }

  /** What the folded line is. */
  Optional<Furniture> furniture(String folded) {
    int longest = folded.startsWith("![") ? LONGEST_IMAGE : LONGEST;
    if (folded.length() > longest) {
      return Optional.empty();
    }
    Furniture best = null;
    for (CueTable.Hit hit : table.find(folded)) {
      Furniture f = furniture(hit);
      if (best == null || rank(f.place()) < rank(best.place())) {
        best = f;
      }
    }
    return Optional.ofNullable(best);
  }

  private static int rank(Place place) {
    return place == Place.ANY ? 0 : place == Place.REST || place == Place.SECTION ? 1 : 2;
  }

  private static Furniture furniture(CueTable.Hit hit) {
    String[] role = hit.cue().role().split("/");
    Category category = Category.valueOf(role[0].toUpperCase(Locale.ROOT).replace('-', '_'));
    return new Furniture(category, Place.valueOf(role[1].toUpperCase(Locale.ROOT)), hit.cue().id());
  }
}
