package io.onrecord.normalize.parse.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.onrecord.document.Document;
import io.onrecord.document.Kind;
import io.onrecord.document.Turn;
import io.onrecord.normalize.Normalizer;
import io.onrecord.normalize.RawPage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TranscriptFormatsTest {
  private final Normalizer normalizer = new Normalizer();

  @Test
  void subRipBecomesTurnsWithoutNumbersTimesAndTags() {
    Document document =
        normalize(
            """
            1
            00:00:01,000 --> 00:00:03,500
            MARA: You grew up above
            a cinema. What did you see?

            2
            00:00:03,600 --> 00:00:06,000
            JOSEPH: Everything, twice.

            3
            00:00:06,100 --> 00:00:09,000
            <i>Once from the front,</i>
            once from the back.

            4
            00:00:10,000 --> 00:00:12,000
            MARA: And the war?
            """);
    assertThat(document.kind()).isEqualTo(Kind.TRANSCRIPT);
    assertThat(document.turns())
        .extracting(Turn::speaker, Turn::text)
        .containsExactly(
            tuple("MARA", "You grew up above a cinema. What did you see?"),
            tuple("JOSEPH", "Everything, twice. Once from the front, once from the back."),
            tuple("MARA", "And the war?"));
  }

  @Test
  void webVttNamesVoicesInTags() {
    Document document =
        normalize(
            """
            WEBVTT - a talk

            NOTE made by hand

            00:01.000 --> 00:03.000 align:start
            <v Mara>You grew up above a cinema &amp; a bakery.

            00:03.100 --> 00:05.000
            <v Joseph Okafor>I did. <c.loud>Every day</c>

            00:05.100 --> 00:07.000
            <v Joseph Okafor>I smelled bread.
            """);
    assertThat(document.turns()).extracting(Turn::speaker).containsExactly("Mara", "Joseph Okafor");
    assertThat(document.text())
        .isEqualTo("You grew up above a cinema & a bakery.\n\nI did. Every day I smelled bread.");
  }

  @Test
  void rollingCaptionsAreReadOnce() {
    Document document =
        normalize(
            """
            WEBVTT

            00:01.000 --> 00:03.000
            the ice came early that year

            00:03.000 --> 00:05.000
            the ice came early that year
            and nobody had the boats up
            """);
    assertThat(document.text())
        .isEqualTo("the ice came early that year and nobody had the boats up");
  }

  @Test
  void podcastTranscriptsPutWordsTogether() {
    Document document =
        normalize(
            """
            {"version":"1.0.0","segments":[
             {"speaker":"Mara","startTime":0.5,"endTime":0.75,"body":"You"},
             {"speaker":"Mara","startTime":0.75,"endTime":1.0,"body":"grew"},
             {"startTime":1.0,"endTime":1.2,"body":"up?"},
             {"speaker":"Joseph","startTime":1.3,"endTime":2,"body":"I did."}]}
            """);
    assertThat(document.text()).isEqualTo("You grew up?\n\nI did.");
    assertThat(document.turns()).extracting(Turn::speaker).containsExactly("Mara", "Joseph");
  }

  @Test
  void markdownMarksAreNoText() {
    Document document =
        normalize(
            """
            # The last ferry

            The ferry left at six, and the **fog** had not lifted from [the water](https://a.example).
            """);
    assertThat(document.title()).contains("The last ferry");
    assertThat(document.text())
        .isEqualTo("The ferry left at six, and the fog had not lifted from the water.");
  }

  private Document normalize(String text) {
    return normalizer.normalize(
        RawPage.of(
            "https://pages.example/talk",
            Optional.of("text/plain"),
            Instant.parse("2026-01-01T00:00:00Z"),
            text.getBytes(StandardCharsets.UTF_8)));
  }
}
