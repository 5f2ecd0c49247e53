package io.onrecord.normalize.structure.metadata;

import io.onrecord.normalize.parse.Declared;
import io.onrecord.normalize.parse.Declared.Work;
import io.onrecord.normalize.text.Fold;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a site is called: by its declarations and by its address. Used to take its name out of
 * titles and bylines.
 *
 * @param names as written
 * @param folded the same without case, spaces and punctuation
 */
record SiteNames(List<String> names, List<String> folded) {

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
    return new SiteNames(List.copyOf(names), names.stream().map(SiteNames::fold).toList());
  }

  Optional<String> first() {
    return names.stream().findFirst();
  }

  /** Whether the words are the site's name, give or take case, spaces and punctuation. */
  boolean matches(String words) {
    String told = fold(words);
    return !told.isEmpty() && folded.stream().anyMatch(name -> same(name, told));
  }

  private static boolean same(String name, String told) {
    boolean telling = name.length() > 3 && told.length() > 3;
    return name.equals(told)
        || (telling && (told.startsWith(name) || name.startsWith(told) || told.endsWith(name)));
  }

  static String fold(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        return foldAny(text);
      }
      if (Fold.letterOrDigit(c)) {
        plain.append(c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c);
      }
    }
    return plain.toString();
  }

  private static String foldAny(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    StringBuilder folded = new StringBuilder(lower.length());
    for (int i = 0; i < lower.length(); ) {
      int c = lower.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isLetterOrDigit(c)) {
        folded.appendCodePoint(c);
      }
    }
    return folded.toString();
  }
}
