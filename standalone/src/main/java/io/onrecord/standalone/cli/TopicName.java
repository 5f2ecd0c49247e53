package io.onrecord.standalone.cli;

import io.onrecord.topic.TopicNames;

/** Short names of topics: what a person types for those that are looked at every day. */
final class TopicName {
  private TopicName() {}

  /** {@code pages} is {@code onrecord.pages.v1}; any other name is itself. */
  static String of(String typed, TopicNames names) {
    return switch (typed) {
      case "pages" -> names.pages();
      case "documents" -> names.documents();
      case "pages.dlq" -> TopicNames.deadLetters(names.pages());
      case "documents.dlq" -> TopicNames.deadLetters(names.documents());
      default -> typed;
    };
  }
}
