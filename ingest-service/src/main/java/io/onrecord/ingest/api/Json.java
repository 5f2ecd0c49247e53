package io.onrecord.ingest.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.Context;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Answers in JSON: fields in the order of the record, absent values left out. */
final class Json {
  private static final String TYPE = "application/json";
  static final String PROBLEM_TYPE = "application/problem+json";

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .changeDefaultPropertyInclusion(
              all -> all.withValueInclusion(JsonInclude.Include.NON_ABSENT))
          .build();

  private Json() {}

  static void answer(Context request, int status, Object value) {
    request.status(status).contentType(TYPE).result(MAPPER.writeValueAsBytes(value));
  }

  static void problem(Context request, Problem problem) {
    request
        .status(problem.status())
        .contentType(PROBLEM_TYPE)
        .result(MAPPER.writeValueAsBytes(problem));
  }

  /** The body as a value of this type. */
  static <T> T read(byte[] body, Class<T> type) {
    try {
      return MAPPER.readValue(body, type);
    } catch (JacksonException e) {
      throw new ProblemException(
          400, "the body is not the JSON that is expected: " + e.getOriginalMessage());
    }
  }
}
