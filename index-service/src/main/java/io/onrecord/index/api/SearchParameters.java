package io.onrecord.index.api;

import io.javalin.http.Context;
import io.onrecord.document.Kind;
import io.onrecord.index.search.SearchRequest;
import io.onrecord.index.search.SearchRequest.Order;
import io.onrecord.index.writer.Days;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads a search from a query string; what cannot be used is refused by name. */
final class SearchParameters {
  private static final Set<String> KNOWN =
      Set.of(
          "q",
          "language",
          "site",
          "speaker",
          "kind",
          "from",
          "to",
          "sort",
          "page",
          "size",
          "facets");
  private static final int LONGEST_FILTER = 200;

  private final Context request;

  private SearchParameters(Context request) {
    this.request = request;
  }

  static SearchRequest read(Context request) {
    SearchParameters given = new SearchParameters(request);
    given.refuseUnknown();
    try {
      return new SearchRequest(
          Optional.ofNullable(request.queryParam("q")).orElse(""),
          given.filter("language"),
          given.filter("site"),
          given.filter("speaker"),
          given.kind(),
          given.days("from"),
          given.days("to"),
          given.order(),
          given.number("page", 1),
          given.number("size", SearchRequest.DEFAULT_SIZE),
          given.text("facets").filter("true"::equals).isPresent());
    } catch (IllegalArgumentException e) {
      throw new ProblemException(400, String.valueOf(e.getMessage()), e);
    }
  }

  private void refuseUnknown() {
    Set<String> unknown = new TreeSet<>(request.queryParamMap().keySet());
    unknown.removeAll(KNOWN);
    if (!unknown.isEmpty()) {
      throw new ProblemException(
          400,
          "%s is not known here; a search takes %s"
              .formatted(String.join(", ", unknown), String.join(", ", new TreeSet<>(KNOWN))));
    }
  }

  private Optional<String> text(String name) {
    return Optional.ofNullable(request.queryParam(name))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  private Optional<String> filter(String name) {
    Optional<String> value = text(name);
    if (value.filter(v -> v.length() > LONGEST_FILTER).isPresent()) {
      throw new ProblemException(
          400, "%s is longer than %d characters".formatted(name, LONGEST_FILTER));
    }
    return value;
  }

  private Optional<String> kind() {
    Optional<String> kind = text("kind").map(value -> value.toLowerCase(Locale.ROOT));
    Set<String> kinds =
        Arrays.stream(Kind.values())
            .map(Kind::wireName)
            .collect(Collectors.toCollection(TreeSet::new));
    if (kind.filter(k -> !kinds.contains(k)).isPresent()) {
      throw new ProblemException(
          400, "kind is '%s'; give one of %s".formatted(kind.get(), String.join(", ", kinds)));
    }
    return kind;
  }

  private Optional<Days> days(String name) {
    Optional<String> date = text(name);
    Optional<Days> days = date.flatMap(Days::of);
    if (date.isPresent() && days.isEmpty()) {
      throw new ProblemException(
          400,
          "%s is '%s'; give a date such as 2024, 2024-04 or 2024-04-20"
              .formatted(name, date.get()));
    }
    return days;
  }

  private Order order() {
    String sort = text("sort").orElse("relevance");
    return switch (sort) {
      case "relevance" -> Order.RELEVANCE;
      case "newest" -> Order.NEWEST;
      default ->
          throw new ProblemException(400, "sort is '%s'; give relevance or newest".formatted(sort));
    };
  }

  private int number(String name, int fallback) {
    Optional<String> number = text(name);
    try {
      return number.map(Integer::parseInt).orElse(fallback);
    } catch (NumberFormatException e) {
      throw new ProblemException(
          400, "%s is '%s'; give a whole number".formatted(name, number.orElse("")), e);
    }
  }
}
