package io.onrecord.normalize.decode.statistics;

import io.onrecord.normalize.decode.charset.Encodings;
import io.onrecord.normalize.decode.charset.ResourceLines;
import io.onrecord.normalize.decode.charset.SingleByteDecoder;
import java.util.ArrayList;
import java.util.List;

/** Reads the sample in every single-byte encoding, as every language that it can write. */
final class SingleByteVoice {
  private static final double COVERED = 0.88;
  private static final int LOWER_TO_UPPER = 40;
  private static final int UPPER_TO_UPPER = 5;
  private static final int FIRST_UPPER = 8;

  private record Candidate(
      String encoding, long prior, char[] characters, List<Alphabet> languages) {}

  /** A language in an encoding: the class of each byte. */
  private record Alphabet(LanguageModel model, int[] classes) {}

  private final List<Candidate> candidates = new ArrayList<>();

  SingleByteVoice() {
    List<LanguageModel> models = LanguageModel.all();
    for (String line : ResourceLines.of("candidates.txt")) {
      String[] entry = line.split(" ");
      SingleByteDecoder decoder = Encodings.singleByte(entry[0]).orElseThrow();
      char[] characters = new char[256];
      for (int b = 0; b < 256; b++) {
        characters[b] = decoder.character(b);
      }
      List<Alphabet> languages =
          models.stream()
              .filter(model -> model.coverage(characters) >= COVERED)
              .map(model -> new Alphabet(model, classes(model, characters)))
              .toList();
      candidates.add(new Candidate(entry[0], Long.parseLong(entry[1]), characters, languages));
    }
  }

  private static int[] classes(LanguageModel model, char[] characters) {
    int[] classes = new int[256];
    for (int b = 0; b < 256; b++) {
      classes[b] = model.classOf(characters[b]);
    }
    return classes;
  }

  /** The cheapest reading of each encoding. */
  List<Reading> readings(Sample sample) {
    List<Reading> readings = new ArrayList<>();
    for (Candidate candidate : candidates) {
      readings.add(read(candidate, sample));
    }
    return readings;
  }

  private static Reading read(Candidate candidate, Sample sample) {
    char[] characters = candidate.characters();
    long shared = candidate.prior();
    int errors = 0;
    for (int p = 0; p < sample.distinctPairs(); p++) {
      char first = characters[sample.pair(p) >> 8];
      char second = characters[sample.pair(p) & 0xFF];
      shared += (long) sample.count(p) * spelling(first, second);
      errors += second == '\uFFFD' ? sample.count(p) : 0;
    }
    long best = Long.MAX_VALUE;
    String language = "";
    for (Alphabet alphabet : candidate.languages()) {
      long cost = 0;
      int[] classes = alphabet.classes();
      for (int p = 0; p < sample.distinctPairs() && cost < best; p++) {
        int pair = sample.pair(p);
        cost +=
            (long) sample.count(p)
                * alphabet.model().cost(classes[pair >> 8], classes[pair & 0xFF]);
      }
      if (cost < best) {
        best = cost;
        language = alphabet.model().language();
      }
    }
    return new Reading(candidate.encoding(), language, shared + best, errors);
  }

  /** What the second character costs for its kind and its case, whatever the language. */
  private static int spelling(char first, char second) {
    if (!LanguageModel.isLetter(second)) {
      if (second < 0x80) {
        return 0;
      }
      return HighCharacters.cost(second)
          + (LanguageModel.isLetter(first) ? HighCharacters.costAfterLetter(second) : 0);
    }
    if (!Character.isUpperCase(second)) {
      return 0;
    }
    if (Character.isLowerCase(first)) {
      return LOWER_TO_UPPER;
    }
    return Character.isUpperCase(first) ? UPPER_TO_UPPER : FIRST_UPPER;
  }
}
