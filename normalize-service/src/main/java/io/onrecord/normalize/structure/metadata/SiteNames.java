package io.onrecord.normalize.structure.metadata;

import io.onrecord.normalize.parse.Declared;
import io.onrecord.normalize.parse.Declared.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a site is called: by its declarations and by its address. Used to take its name out of
 * titles and bylines.
 */
record SiteNames(List<String> names) {

  static SiteNames of(Declared declared, String host) {
    List<String> names = new ArrayList<>();
    declared.tag("og:site_name").ifPresent(names::add);
    declared.tag("application-name").ifPresent(names::add);
    declared.tag("twitter:site").ifPresent(names::add);
    declared.works().stream().map(Work::publisher).flatMap(Optional::stream).forEach(names::add);
    String[] labels = host.split("\\.");
    for (int i = 0; i < labels.length - 1; i++) {
      if (labels[i].length() > 3) {
        names.add(labels[i]);
      }
    }
    if (!host.isEmpty()) {
      names.add(host);
    }
    return new SiteNames(List.copyOf(names));
  }

  Optional<String> first() {
    return names.stream().findFirst();
  }

  /** Whether the words are the site's name, give or take case, spaces and punctuation. */
  boolean matches(String words) {
    String folded = fold(words);
    return !folded.isEmpty()
        && names.stream()
            .map(SiteNames::fold)
            .anyMatch(
                name ->
                    name.equals(folded)
                        || (name.length() > 3
                            && folded.length() > 3
                            && (folded.startsWith(name)
                                || name.startsWith(folded)
                                || folded.endsWith(name))));
  }

  static String fold(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    text.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(folded::appendCodePoint);
    return folded.toString();
  }
}
