package io.onrecord.normalize.structure;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.document.Block;
import io.onrecord.document.BlockType;
import io.onrecord.document.Document;
import io.onrecord.document.Role;
import io.onrecord.document.Turn;
import io.onrecord.normalize.Normalizer;
import io.onrecord.normalize.RawPage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an interview was made from, and who speaks on pages with markup and without labels. */
final class OriginalsTest {
  private static final String TALK =
      """
      <p>Ada Quill: When did you first climb a crane to paint it, and who held the ladder for you?</p>
      <p>Benno Tarr: I was nineteen and nobody held it. The foreman said that a painter who needs a
      ladder held should paint fences, so I went up alone and came down blue.</p>
      <p>Ada Quill: What does a crane see that the rest of us do not see from down here?</p>
      <p>Benno Tarr: Roofs. You would not believe what people keep on their roofs, and how few of
      them ever go up to look at it again.</p>
      """;

  private final Normalizer normalizer = new Normalizer();

  static Stream<Recordings.Form> forms() {
    return Recordings.load().forms().stream();
  }

  @ParameterizedTest
  @MethodSource("forms")
  void everyFormOfAddressBecomesOne(Recordings.Form form) {
    assertThat(Recordings.load().address(form.example())).contains(form.expected());
    assertThat(Recordings.load().address(form.expected())).contains(form.expected());
  }

  @Test
  void theEmbeddedRecordingAndTheLinkedOneAreOriginals() {
    Document document =
        normalize(
            "<iframe src='//www.youtube.com/embed/a1B2c3D4e5F?rel=0'></iframe>"
                + TALK
                + "<p><a href='/archive/77'>Listen to the full conversation</a></p>"
                + "<p><a href='/about'>About us</a></p>");
    assertThat(document.interview().originals())
        .containsExactly(
            "https://www.youtube.com/watch?v=a1B2c3D4e5F", "https://cranes.example/archive/77");
  }

  @Test
  void aPageFullOfPlayersReportsNoneOfThem() {
    StringBuilder players = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      players.append(
          "<iframe src='https://www.youtube.com/embed/a1B2c3D4e5%d'></iframe>".formatted(i));
    }
    assertThat(normalize(players + TALK).interview().originals()).isEmpty();
  }

  @Test
  void anArticleHasNoOriginals() {
    String prose =
        "<p>The crane on the north quay has been blue since the spring, and nobody in the harbour"
            + " office can say who ordered the paint or where the bill has gone.</p>";
    Document document =
        normalize("<iframe src='https://youtu.be/a1B2c3D4e5F'></iframe>" + prose.repeat(4));
    assertThat(document.interview().originals()).isEmpty();
  }

  @Test
  void boldQuestionsAreTurnsAndNoHeadings() {
    Document document =
        normalize(
            """
            <p>Benno Tarr paints cranes. An interview with Benno Tarr, who came down for an hour.</p>
            <h2>High up</h2>
            <p><strong>When did you first climb a crane to paint it?</strong></p>
            <p>I was nineteen and nobody held the ladder, since the foreman thought it unnecessary.</p>
            <p>I came down blue all over and my mother burned the clothes in the yard.</p>
            <p><strong>What do you see from up there?</strong></p>
            <p>Roofs. You would not believe what people keep on their roofs and then forget, I think.</p>
            <p><strong>And when will you stop?</strong></p>
            <p>When I start to hold on. A painter who holds on has one hand too few for my trade.</p>
            """);
    assertThat(document.turns())
        .extracting(Turn::role)
        .containsExactly(
            Role.INTERVIEWER,
            Role.INTERVIEWEE,
            Role.INTERVIEWER,
            Role.INTERVIEWEE,
            Role.INTERVIEWER,
            Role.INTERVIEWEE);
    assertThat(document.turns().get(1).speaker()).isEqualTo("Benno Tarr");
    assertThat(document.turns().get(1).text()).contains("foreman").contains("burned the clothes");
    assertThat(document.blocks())
        .filteredOn(block -> block.type() == BlockType.HEADING)
        .extracting(Block::text)
        .doesNotContain("What do you see from up there?");
  }

  @Test
  void frequentlyAskedQuestionsAreNoInterview() {
    Document document =
        normalize(
            """
            <p>What every visitor of the harbour should know before the first boat leaves.</p>
            <p><strong>When does the harbour open?</strong></p>
            <p>The gate opens at six in the morning and closes when the last boat has come in.</p>
            <p><strong>Are dogs allowed on the quay?</strong></p>
            <p>Dogs are allowed on a lead, but not on the crane side of the northern quay.</p>
            <p><strong>What does a ticket cost?</strong></p>
            <p>A ticket costs four crowns at the gate, and children under ten go in free.</p>
            """);
    assertThat(document.turns()).isEmpty();
  }

  private Document normalize(String body) {
    String page =
        "<html lang=en><head><title>The blue crane</title></head><body><article><h1>The blue crane</h1>"
            + body
            + "</article></body></html>";
    return normalizer.normalize(
        RawPage.of(
            "https://cranes.example/blue",
            Optional.of("text/html; charset=utf-8"),
            Instant.parse("2026-01-01T00:00:00Z"),
            page.getBytes(StandardCharsets.UTF_8)));
  }
}
