package io.onrecord.normalize.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.normalize.language.LanguageProfiles.Profile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class LanguageProfilesTest {
  private final List<Profile> profiles =
      LanguageProfiles.load().values().stream().flatMap(List::stream).toList();

  @Test
  void wordsEndingsAndLettersAreLowerCase() {
    for (Profile profile : profiles) {
      for (List<String> list : List.of(profile.words(), profile.endings())) {
        assertThat(list)
            .as(profile.tag())
            .allMatch(word -> word.equals(word.toLowerCase(Locale.ROOT)));
      }
    }
  }

  @Test
  void everyWordIsInTheWritingSystemOfItsLanguage() {
    for (Profile profile : profiles) {
      for (String word : profile.words()) {
        assertThat(WritingSystem.ordinalOf(word.codePointAt(0)))
            .as(profile.tag() + " " + word)
            .isEqualTo(profile.system().ordinal());
      }
    }
  }

  @Test
  void noMoreLanguagesThanBitsShareAWritingSystem() {
    LanguageProfiles.load().values().forEach(of -> assertThat(of).hasSizeLessThan(64));
  }

  @Test
  void noTwoEntriesHaveOneHash() {
    TreeMap<Long, String> seen = new TreeMap<>();
    for (Profile profile : profiles) {
      profile.words().forEach(w -> noOther(seen.put(WordEvidence.hashOfWord(w), w), w));
      profile
          .endings()
          .forEach(e -> noOther(seen.put(WordEvidence.hashOfEnding(e), "-" + e), "-" + e));
    }
  }

  private static void noOther(@Nullable String before, String now) {
    assertThat(before == null ? now : before).isEqualTo(now);
  }

  @Test
  void everyLanguageHasASentenceInTheTests() throws IOException {
    try (InputStream in = LanguageProfilesTest.class.getResourceAsStream("languages.tsv")) {
      Set<String> tested =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(line -> line.substring(0, line.indexOf('\t')))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(tested).containsAll(profiles.stream().map(Profile::tag).toList());
    }
  }
}
