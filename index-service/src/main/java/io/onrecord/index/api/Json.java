package io.onrecord.index.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.Context;
import tools.jackson.databind.json.JsonMapper;

/** Answers in JSON: fields in the order of the record, absent values left out. */
final class Json {
  static final String TYPE = "application/json";
  static final String PROBLEM_TYPE = "application/problem+json";

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(tools.jackson.databind.MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .changeDefaultPropertyInclusion(
              all -> all.withValueInclusion(JsonInclude.Include.NON_ABSENT))
          .build();

  private Json() {}

  static void answer(Context request, Object value) {
    request.contentType(TYPE).result(MAPPER.writeValueAsBytes(value));
  }

  static void problem(Context request, Problem problem) {
    request
        .status(problem.status())
        .contentType(PROBLEM_TYPE)
        .result(MAPPER.writeValueAsBytes(problem));
  }
}
