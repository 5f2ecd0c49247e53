package io.onrecord.normalize.structure;

import io.onrecord.document.Kind;
import io.onrecord.normalize.classify.Judged;
import io.onrecord.normalize.cue.CueTable;
import io.onrecord.normalize.parse.Declared;
import io.onrecord.normalize.parse.Origin;
import io.onrecord.normalize.parse.Parsed;
import io.onrecord.normalize.text.Fold;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a page with markup reports: the recordings whose players an interview embeds, and links
 * whose words say so ({@code cue/original.tsv}). A page about something else may embed whatever it
 * likes. Thread-safe.
 */
final class Originals {
  private static final int LONGEST_LINE = 160;
  private static final int MOST_PLAYERS = 2;
  private static final int MOST = 10;

  private final CueTable words = CueTable.load("original");
  private final Recordings recordings = Recordings.load();

  /** The addresses, players first. */
  Set<String> of(Parsed page, List<Judged> blocks, Kind kind) {
    Set<String> originals = new LinkedHashSet<>();
    if (kind != Kind.INTERVIEW && kind != Kind.TRANSCRIPT) {
      return originals;
    }
    Set<String> players = players(page.declared());
    if (players.size() <= MOST_PLAYERS) {
      originals.addAll(players);
    }
    for (Judged judged : blocks) {
      if (originals.size() < MOST
          && judged.block().origin() instanceof Origin.Markup at
          && !at.links().isEmpty()) {
        links(judged.block().text(), at.links(), page.source().url(), originals);
      }
    }
    return originals;
  }

  private Set<String> players(Declared declared) {
    Set<String> players = new LinkedHashSet<>();
    declared.embeds().forEach(src -> recordings.address(src).ifPresent(players::add));
    return players;
  }

  private void links(String line, List<Origin.Link> links, String base, Set<String> originals) {
    boolean said = line.length() <= LONGEST_LINE && says(line);
    for (Origin.Link link : links) {
      if (said && links.size() == 1 || says(link.text())) {
        absolute(link.href(), base)
            .map(address -> recordings.address(address).orElse(address))
            .ifPresent(originals::add);
      }
    }
  }

  private boolean says(String text) {
    return !words.find(Fold.fold(text)).isEmpty();
  }

  /** The address in full, unless it is this page's own. */
  private static Optional<String> absolute(String href, String base) {
    try {
      URI uri = new URI(base).resolve(new URI(href.strip()));
      String address = uri.toString();
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      int fragment = address.indexOf('#');
      String page = fragment < 0 ? address : address.substring(0, fragment);
      return web && !page.equals(base) ? Optional.of(address) : Optional.empty();
    } catch (URISyntaxException | IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }
}
