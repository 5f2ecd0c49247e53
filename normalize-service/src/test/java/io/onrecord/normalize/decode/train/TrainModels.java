package io.onrecord.normalize.decode.train;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the models anew: {@code TrainModels <folder with extraction/> <resources folder of
 * decode>}.
 */
public final class TrainModels {
  /** The languages whose letters are told apart, by the tag that ICU knows them by. */
  private static final String LANGUAGES =
      "af ar az be bg bs ca cs cy da de el en eo es et eu fa fi fo fr fy ga gd gl haw he hr hsb hu id"
          + " is it kk kl lb lt lv mk mt nl no pl pt rm ro ru se sk sl sq sr sr_Latn sv sw th tr tt"
          + " uk ur vi wo yo";

  private TrainModels() {}

  /** Trains and writes. */
  public static void main(String[] args) throws IOException {
    Path shared = Path.of(args[0]);
    Path resources = Path.of(args[1]);
    List<GoldTexts.Gold> gold = GoldTexts.read(shared);
    Files.createDirectories(resources.resolve("commonness"));
    for (Map.Entry<String, Map<Integer, Double>> model :
        new CommonnessTrainer().train(gold).entrySet()) {
      write(resources.resolve("commonness/" + model.getKey() + ".txt"), levels(model.getValue()));
    }
    List<String> languages = new ArrayList<>();
    languages.add(
        "# Which letter follows which, by language; made by TrainModels (see the package train of the tests).");
    languages.add(
        "# \"= tag letters\", then a line (after a colon) for \"no letter\" and for each letter: what it costs that no letter, or");
    languages.add(
        "# each letter, comes next; -8 ln p, written as the character '!' + cost. To extend: add a tag in TrainModels.");
    for (String tag : LANGUAGES.split(" ")) {
      String language = tag.replace('_', '-');
      languages.addAll(
          new LanguageTrainer()
              .train(language, tag, GoldTexts.of(gold, language, false).limit(400)));
    }
    write(resources.resolve("languages.txt"), languages);
  }

  /** "cost characters" lines, the cost being −4 ln p. */
  private static List<String> levels(Map<Integer, Double> probabilities) {
    Map<Long, StringBuilder> levels = new TreeMap<>();
    probabilities.forEach(
        (c, p) ->
            levels
                .computeIfAbsent(Math.round(-4 * Math.log(p)), q -> new StringBuilder())
                .appendCodePoint(c));
    List<String> lines = new ArrayList<>();
    lines.add(
        "# How common characters are: \"cost characters\", the cost being -4 ln p. Made by TrainModels");
    lines.add(
        "# (package train of the tests) from running text, ICU's word list and the levels of the national standards.");
    levels.forEach((cost, characters) -> lines.add(cost + " " + characters));
    return lines;
  }

  private static void write(Path file, List<String> lines) throws IOException {
    Files.write(file, lines, StandardCharsets.UTF_8);
  }
}
