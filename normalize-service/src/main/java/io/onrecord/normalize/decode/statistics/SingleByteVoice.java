package io.onrecord.normalize.decode.statistics;

import io.onrecord.normalize.decode.charset.Encodings;
import io.onrecord.normalize.decode.charset.ResourceLines;
import io.onrecord.normalize.decode.charset.SingleByteDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the sample in every single-byte encoding, as every language that it can write. */
final class SingleByteVoice {
  private static final double COVERED = 0.88;

  /**
   * A reading that costs so much more than the best one (and a thirty-second) is of no interest.
   */
  private static final int OF_INTEREST = 400;

  private record Candidate(
      String encoding, long prior, Spelling spelling, List<Alphabet> languages) {}

  /** A language in an encoding: the class of each byte. */
  private record Alphabet(int index, LanguageModel model, int[] classes) {

    /** The cost of the sample, or some cost above {@code limit}. */
    long cost(Sample sample, long penalty, long limit) {
      long cost = penalty;
      int pairs = sample.distinctPairs();
      for (int p = 0; p < pairs && cost < limit; p++) {
        int pair = sample.pair(p);
        cost += (long) sample.count(p) * model.cost(classes[pair >> 8], classes[pair & 0xFF]);
      }
      return cost;
    }
  }

  private final List<LanguageModel> models = LanguageModel.all();
  private final List<Candidate> candidates = new ArrayList<>();

  SingleByteVoice() {
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
              .map(model -> new Alphabet(models.indexOf(model), model, classes(model, characters)))
              .toList();
      candidates.add(
          new Candidate(entry[0], Long.parseLong(entry[1]), new Spelling(characters), languages));
    }
  }

  private static int[] classes(LanguageModel model, char[] characters) {
    int[] classes = new int[256];
    for (int b = 0; b < 256; b++) {
      classes[b] = model.classOf(characters[b]);
    }
    return classes;
  }

  /**
   * The cheapest reading of each encoding; encodings that turn out far dearer than another one, or
   * than {@code bound}, are given up half way and left out.
   */
  List<Reading> readings(Sample sample, AsciiWords words, long bound) {
    sample.sortPairs();
    long[] penalties = words.penalties(models, sample.high());
    List<Reading> readings = new ArrayList<>();
    long best = bound;
    for (Candidate candidate : candidates) {
      Optional<Reading> reading =
          read(candidate, sample, penalties, best + OF_INTEREST + best / 32);
      reading.ifPresent(readings::add);
      best = Math.min(best, reading.map(Reading::cost).orElse(best));
    }
    return readings;
  }

  private static Optional<Reading> read(
      Candidate candidate, Sample sample, long[] penalties, long limit) {
    Spelling spelling = candidate.spelling();
    long shared = candidate.prior();
    int errors = 0;
    int pairs = sample.distinctPairs();
    for (int p = 0; p < pairs; p++) {
      int second = sample.pair(p) & 0xFF;
      shared += (long) sample.count(p) * spelling.cost(sample.pair(p) >> 8, second);
      if (shared > limit) {
        return Optional.empty();
      }
      errors += spelling.isError(second) ? sample.count(p) : 0;
    }
    long best = limit - shared;
    String language = "";
    for (Alphabet alphabet : candidate.languages()) {
      long cost = alphabet.cost(sample, penalties[alphabet.index()], best);
      if (cost < best) {
        best = cost;
        language = alphabet.model().language();
      }
    }
    return language.isEmpty()
        ? Optional.empty()
        : Optional.of(new Reading(candidate.encoding(), language, shared + best, errors));
  }
}
