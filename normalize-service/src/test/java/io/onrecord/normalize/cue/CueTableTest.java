package io.onrecord.normalize.cue;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.normalize.text.Fold;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CueTableTest {
  private static final List<String> TABLES =
      List.of("coverage", "frame", "insert", "label", "line", "original", "promo", "sponsor");

  @ParameterizedTest
  @ValueSource(
      strings = {"coverage", "frame", "insert", "label", "line", "original", "promo", "sponsor"})
  void tablesAreSortedWithoutDuplicates(String name) {
    List<String> ids = CueTable.load(name).cues().stream().map(Cue::id).toList();
    assertThat(ids).isSorted().doesNotHaveDuplicates().allMatch(id -> id.startsWith(name + "."));
  }

  @ParameterizedTest
  @MethodSource("cues")
  void everyCueIsFoundInItsExample(String table, Cue cue) {
    List<CueTable.Hit> hits = CueTable.load(table).find(Fold.fold(cue.example()));
    assertThat(hits).extracting(hit -> hit.cue().id()).contains(cue.id());
  }

  static Stream<Arguments> cues() {
    return TABLES.stream()
        .flatMap(
            table -> CueTable.load(table).cues().stream().map(cue -> Arguments.of(table, cue)));
  }

  @Test
  void bothScriptsAndWidthsAreOneWording() {
    CueTable sponsor = CueTable.load("sponsor");
    assertThat(sponsor.find(Fold.fold("感謝青禾對本節目的支持。"))).isNotEmpty();
    assertThat(sponsor.find(Fold.fold("ＴＯＤＡＹ’Ｓ ＳＰＯＮＳＯＲ is Fernway."))).isNotEmpty();
  }

  @Test
  void ordinaryTalkHasNoCues() {
    CueTable sponsor = CueTable.load("sponsor");
    assertThat(sponsor.find(Fold.fold("We went back to the harbour and mapped it again.")))
        .isEmpty();
    assertThat(sponsor.find(Fold.fold("我们后来又回港口测了一遍，把图重画了。"))).isEmpty();
  }
}
