package io.onrecord.normalize.repair.mojibake;

import java.util.List;

/** One way in which text is misread: bytes of one encoding taken for another. */
interface Misreading {

  /** The name of the damage: {@code mojibake-utf-8-as-windows-1252}. */
  String kind();

  /** Every stretch of a line that can be read back and then reads better, in order. */
  List<Mend> mends(Line line);
}
