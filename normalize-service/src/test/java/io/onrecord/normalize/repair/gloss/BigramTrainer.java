package io.onrecord.normalize.repair.gloss;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Counts the characters and the pairs of neighbours of Chinese prose into {@code bigrams.txt}.
 *
 * <p>Usage: {@code BigramTrainer OUTPUT TEXT...}, where a TEXT is a {@code gold.json} of an
 * extraction set (the {@code articleBody} of every entry) or a plain text file. Japanese texts are
 * left out.
 */
public final class BigramTrainer {
  private static final Pattern PROSE = Pattern.compile("[\\u4e00-\\u9fff，。、；：？！“”]+");
  private static final Pattern KANA = Pattern.compile("[ぁ-んァ-ン]{3}");

  private final SortedMap<Character, Integer> singles = new TreeMap<>();
  private final SortedMap<Character, SortedMap<Character, Integer>> pairs = new TreeMap<>();

  private BigramTrainer() {}

  /** See the class. */
  public static void main(String[] args) throws IOException {
    BigramTrainer trainer = new BigramTrainer();
    for (String arg : List.of(args).subList(1, args.length)) {
      for (String text : texts(Path.of(arg))) {
        trainer.count(text);
      }
    }
    Files.write(Path.of(args[0]), trainer.lines());
  }

  private static List<String> texts(Path path) throws IOException {
    String content = Files.readString(path);
    if (!path.toString().endsWith(".json")) {
      return List.of(content);
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode entry : JsonMapper.shared().readTree(content)) {
      texts.add(entry.path("articleBody").asString(""));
    }
    return texts;
  }

  private void count(String text) {
    if (KANA.matcher(text).find()) {
      return;
    }
    for (Matcher prose = PROSE.matcher(text); prose.find(); ) {
      String run = prose.group();
      for (int i = 0; i < run.length(); i++) {
        singles.merge(run.charAt(i), 1, Integer::sum);
        if (i > 0) {
          pairs
              .computeIfAbsent(run.charAt(i - 1), c -> new TreeMap<>())
              .merge(run.charAt(i), 1, Integer::sum);
        }
      }
    }
  }

  private List<String> lines() {
    Stream<String> header =
        Stream.of(
            "# Chinese prose in counts: a character and how often it was seen, then every character",
            "# that followed it and how often (once where no number stands). Written by BigramTrainer",
            "# from clean texts; to extend it, run the trainer over more of them.");
    return Stream.concat(header, singles.entrySet().stream().map(this::line)).toList();
  }

  private String line(Map.Entry<Character, Integer> single) {
    StringBuilder line = new StringBuilder();
    line.append(single.getKey()).append(single.getValue()).append(' ');
    pairs
        .getOrDefault(single.getKey(), new TreeMap<>())
        .forEach((c, times) -> line.append(c).append(times > 1 ? "" + times : ""));
    return line.toString();
  }
}
