package io.onrecord.normalize.classify.talk;

import io.onrecord.document.Category;

/**
 * Sentences of a talk that are not content.
 *
 * @param first the first sentence
 * @param last the last sentence
 * @param end where in the last sentence's passage it ends: a read may close inside a sentence
 * @param earliest the first sentence that carries evidence of its own
 * @param rule the cue that decided
 * @param confidence 0 to 1
 */
record Stretch(
    int first, int last, int end, int earliest, Category category, String rule, double confidence) {

  Stretch from(int sentence) {
    return new Stretch(sentence, last, end, earliest, category, rule, confidence);
  }

  Stretch until(int sentence, int newEnd) {
    return new Stretch(first, sentence, newEnd, earliest, category, rule, confidence);
  }
}
