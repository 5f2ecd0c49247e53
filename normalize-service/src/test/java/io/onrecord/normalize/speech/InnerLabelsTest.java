package io.onrecord.normalize.speech;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.normalize.speech.InnerLabels.Place;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class InnerLabelsTest {

  @Test
  void aLabelFollowsTheEndOfASentence() {
    assertThat(words("I did. Ben: And then? Ada Marsh : Nothing.", 0))
        .containsExactly("Ben", "Ada Marsh");
    assertThat(words("我做了。林一舟：然后呢？", 0)).containsExactly("林一舟");
  }

  @Test
  void theFarthestStartIsTaken() {
    assertThat(words("He said so. The keeper Ben: yes", 0)).containsExactly("The keeper Ben");
  }

  @Test
  void addressesAndStopsEndNoLabel() {
    assertThat(words("See https://harrow.example for it; at 10:30, then: no", 0))
        .containsExactly("at 10", "then");
    assertThat(words("No colon at all.", 0)).isEmpty();
    assertThat(words("Ada: the label at the start is no inner one", 4)).isEmpty();
  }

  @Test
  void whatIsSaidBeginsAfterTheSpace() {
    Place place = new InnerLabels("Yes. Ben:  And?", 0).next();
    assertThat(place).isEqualTo(new Place(5, 8, 11));
  }

  @Test
  void moreThanFortyOneCharactersAreNoLabel() {
    assertThat(words("So. " + "x".repeat(41) + ": a", 0)).hasSize(1);
    assertThat(words("So. " + "x".repeat(42) + ": a", 0)).isEmpty();
  }

  private static List<String> words(String text, int from) {
    List<String> words = new ArrayList<>();
    InnerLabels places = new InnerLabels(text, from);
    for (Place p = places.next(); p != null; p = places.next()) {
      words.add(text.substring(p.from(), p.to()));
    }
    return words;
  }
}
