package io.onrecord.normalize.parse.text;

import io.onrecord.normalize.parse.Declared;
import io.onrecord.normalize.parse.Format;
import io.onrecord.normalize.parse.Parsed;
import io.onrecord.normalize.parse.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Podcasting 2.0 transcripts: {@code {"version": …, "segments": [{"speaker", "startTime",
 * "endTime", "body"}]}}. Segments may be words or sentences; who is named speaks on until somebody
 * else is. JSON of another kind is read as plain text.
 */
public final class PodcastTranscriptParser {
  private static final int MOST_SEGMENTS = 400_000;

  private final JsonMapper mapper = JsonMapper.builder().build();
  private final PlainTextParser plain = new PlainTextParser();

  /** The page as paragraphs of what is said. */
  public Parsed parse(String text, Source source) {
    JsonNode segments;
    try {
      segments = mapper.readTree(text).path("segments");
    } catch (JacksonException noJson) {
      return plain.parse(text, source);
    }
    List<Caption> captions = new ArrayList<>();
    Optional<String> voice = Optional.empty();
    for (JsonNode segment : segments) {
      String body = segment.path("body").asString("").replaceAll("\\s+", " ").strip();
      String speaker = segment.path("speaker").asString("").strip();
      voice = speaker.isEmpty() ? voice : Optional.of(speaker);
      if (!body.isEmpty() && captions.size() < MOST_SEGMENTS) {
        captions.add(
            new Caption(time(segment, "startTime"), time(segment, "endTime"), voice, body, false));
      }
    }
    return captions.isEmpty()
        ? plain.parse(text, source)
        : new Parsed(source, Format.PODCAST_JSON, Declared.NOTHING, Spoken.paragraphs(captions));
  }

  private static Duration time(JsonNode segment, String name) {
    double seconds = segment.path(name).asDouble(0);
    boolean sane = seconds >= 0 && seconds < 1e7;
    return Duration.ofMillis(sane ? Math.round(seconds * 1000) : 0);
  }
}
