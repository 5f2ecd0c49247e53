package io.onrecord.normalize.repair.gloss;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The paths that have reached one place of the text; of those that go on alike only the best is
 * kept, for nothing that follows can change their order.
 */
final class Frontier {
  private static final int BEAM = 120;
  private static final double HOPELESS = 25;

  private final List<Path> paths = new ArrayList<>();
  private int[] slots = new int[32];

  boolean isEmpty() {
    return paths.isEmpty();
  }

  void keep(Path path) {
    int slot = slot(path);
    if (slots[slot] == 0) {
      paths.add(path);
      slots[slot] = paths.size();
      if (paths.size() * 2 > slots.length) {
        grow();
      }
    } else if (paths.get(slots[slot] - 1).score() < path.score()) {
      paths.set(slots[slot] - 1, path);
    }
  }

  private int slot(Path path) {
    int mask = slots.length - 1;
    int slot = path.state() >>> 5 & mask;
    while (slots[slot] != 0 && !paths.get(slots[slot] - 1).goesOnLike(path)) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    slots = new int[slots.length * 2];
    for (int i = 0; i < paths.size(); i++) {
      slots[slot(paths.get(i))] = i + 1;
    }
  }

  /** The paths worth following, best first; the frontier is empty afterwards. */
  List<Path> take() {
    List<Path> best = new ArrayList<>(paths.size());
    double top = Double.NEGATIVE_INFINITY;
    for (Path path : paths) {
      top = Math.max(top, path.score());
    }
    for (Path path : paths) {
      if (path.score() >= top - HOPELESS) {
        best.add(path);
      }
    }
    best.sort(Comparator.comparingDouble(Path::score).reversed());
    if (!paths.isEmpty()) {
      paths.clear();
      Arrays.fill(slots, 0);
    }
    return best.size() <= BEAM ? best : best.subList(0, BEAM);
  }
}
