package io.onrecord.index.opensearch;

import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What OpenSearch answered.
 *
 * @param status of HTTP
 * @param retryAfter how long it asks to be left alone; zero when it does not say
 */
record Answer(int status, byte[] body, Duration retryAfter) {
  private static final int SHOWN = 300;

  boolean isGood() {
    return status / 100 == 2;
  }

  /** The cluster has too much to do, or a part of it is away; it may pass. */
  boolean isBusy() {
    return status == 429 || status == 503;
  }

  /**
   * The body.
   *
   * @throws OpenSearchException when it is no JSON
   */
  JsonNode json() throws OpenSearchException {
    try {
      return JsonMapper.shared().readTree(body);
    } catch (JacksonException e) {
      throw new OpenSearchException("OpenSearch answered no JSON: " + text(), e);
    }
  }

  /** The beginning of the body, for a message. */
  String text() {
    String text = new String(body, java.nio.charset.StandardCharsets.UTF_8);
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
