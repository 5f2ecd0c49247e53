package io.onrecord.normalize.classify.talk;

import io.onrecord.normalize.cue.CueTable;

/**
 * The wordings of sponsor reads, and by themselves those without which there is no read: the others
 * ("visit", "listeners", "back to") are in every second paragraph of the world and are looked for
 * only beside one of these.
 *
 * @param all every wording
 * @param beginnings those that name the sponsor or open the read
 */
record SponsorCues(CueTable all, CueTable beginnings) {

  /** The table {@code cue/sponsor.tsv}. */
  static SponsorCues load() {
    CueTable all = CueTable.load("sponsor");
    return new SponsorCues(all, all.only("sponsor", "label", "open", "sponsor-weak"));
  }
}
