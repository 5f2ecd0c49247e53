package io.onrecord.topic;

import java.util.regex.Pattern;

/**
 * The names of the topics under a prefix: lower case, dotted, versioned.
 *
 * @param prefix {@code onrecord} unless configured
 */
public record TopicNames(String prefix) {
  private static final Pattern VALID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");

  /** The names that a system has unless told otherwise. */
  public static final TopicNames DEFAULT = new TopicNames("onrecord");

  public TopicNames {
    if (!VALID.matcher(prefix).matches()) {
      throw new IllegalArgumentException(
          "topics.prefix %s: use lower-case letters, digits, '.', '_' and '-'".formatted(prefix));
    }
  }

  /** Fetch requests, keyed by host. */
  public String fetchRequests() {
    return prefix + ".fetch.requests.v1";
  }

  /** What is known of every URL, keyed by canonical URL, compacted. */
  public String fetchState() {
    return prefix + ".fetch.state.v1";
  }

  /** The sources that are followed, keyed by name, compacted. */
  public String sources() {
    return prefix + ".sources.v1";
  }

  /** Raw pages, keyed by document id, kept for ever. */
  public String pages() {
    return prefix + ".pages.v1";
  }

  /** Documents, keyed by document id, compacted. */
  public String documents() {
    return prefix + ".documents.v1";
  }

  /** What is known of replays, keyed by the replay's name, compacted. */
  public String replays() {
    return prefix + ".replays.v1";
  }

  /** The shadow of the documents topic that a replay fills. */
  public String shadow(String replay) {
    return prefix + ".replay." + replay + ".documents.v1";
  }

  /** The dead letters of a topic. */
  public static String deadLetters(String topic) {
    return topic + ".dlq";
  }
}
